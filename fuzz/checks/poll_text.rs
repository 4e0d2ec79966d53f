//! The text of poll results: any text is some list of records, whose fields are parts of it.

use mor_endpoints::autodialer::PollResults;

pub fn check(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let results = PollResults::from_text(text);
    assert_eq!(results.as_str(), text);
    for record in results.records() {
        assert!(text.contains(record.number.trim()), "{record:?}");
        for field in &record.fields {
            let printed = field.to_string();
            // Blanks at the end of a field may be the line break between two records.
            assert!(text.contains(printed.trim_end()), "{field:?}");
        }
    }
    // Line by line they are read without guessing: what was printed so is read back.
    let mut lines: Vec<String> = results.records().iter().map(ToString::to_string).collect();
    lines.retain(|line| !line.trim().is_empty() && !line.contains(['\n', '\r']));
    let again = PollResults::from_text(&lines.join("\n"));
    if lines.len() > 1 {
        assert_eq!(again.records().len(), lines.len(), "{lines:?}");
    }
}
