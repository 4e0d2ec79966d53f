//! What is written from the pages in `tests/pages` is what stands in `tests/generated`, and what is warned of.
//!
//! After a change of what is written: `UPDATE_SCAFFOLD=1 cargo test -p mor-scaffold --test pages`, then read the
//! differences, and run all tests: `tests/generated.rs` compiles and runs the files.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "the helpers of tests are tests")]

use std::fs;
use std::path::PathBuf;

use mor_scaffold::{Options, Scaffold, ScaffoldError, Section, scaffold, scaffold_with};

fn folder(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", name].iter().collect()
}

fn page(name: &str) -> String {
    fs::read_to_string(folder("pages").join(format!("{name}.txt"))).unwrap()
}

fn written(name: &str) -> Scaffold {
    scaffold(&page(name)).unwrap()
}

/// The warnings must be these, by what they contain.
#[track_caller]
fn assert_warnings(name: &str, expected: &[&str]) {
    let scaffold = written(name);
    assert_eq!(scaffold.warnings.len(), expected.len(), "{:#?}", scaffold.warnings);
    for (warning, expected) in scaffold.warnings.iter().zip(expected) {
        assert!(warning.contains(expected), "{warning}");
        let words: Vec<&str> = scaffold.code.split_whitespace().filter(|word| *word != "//").collect();
        assert!(words.join(" ").contains(warning.as_str()), "the file warns, too: {warning}");
    }
}

#[test]
fn every_page_gives_the_file_that_is_checked_in() {
    let update = std::env::var_os("UPDATE_SCAFFOLD").is_some();
    let compiled = fs::read_to_string(folder("generated.rs")).unwrap();
    let mut changed = Vec::new();
    for entry in fs::read_dir(folder("pages")).unwrap() {
        let written = written(entry.unwrap().path().file_stem().unwrap().to_str().unwrap());
        let module = format!("#[path = \"generated/{}\"]", written.file_name);
        assert!(compiled.contains(&module), "not compiled by tests/generated.rs: {module}");
        let path = folder("generated").join(&written.file_name);
        if fs::read_to_string(&path).ok().as_ref() == Some(&written.code) {
            continue;
        }
        if update {
            fs::write(&path, &written.code).unwrap();
        }
        changed.push(written.file_name);
    }
    assert!(update || changed.is_empty(), "written differently than checked in: {changed:?}");
}

#[test]
fn a_hash_that_was_altered_settles_the_recipe_and_is_warned_of() {
    let altered = "was altered: 37 of its 40 digits are those of `id + key`";
    let key = "another key than its example was made with: 456789 instead of secret";
    let both = "`u` as hashed and as not hashed: by its example it is not";
    assert_warnings("autodialer_get_campaign_numbers", &[altered, both, key]);
    assert!(!written("autodialer_get_campaign_numbers").code.contains("caller = hashed"));
}

#[test]
fn a_hash_that_fits_nothing_is_warned_of_and_not_tested() {
    assert_warnings("note_delete", &["fits no recipe and no usual key: that `note_id + key`"]);
    assert!(!written("note_delete").code.contains("published_hash"));
}

#[test]
fn what_the_example_proves_counts_more_than_words() {
    assert_warnings(
        "trunk_group_details_get",
        &["`trunk_group_id` looks like u64, but the example sends \"TG-9\": it is declared as a text"],
    );
    for clean in ["user_notes_get", "voucher_sell", "tariff_exceptions_get"] {
        assert_warnings(clean, &[]);
    }
}

#[test]
fn what_a_page_does_not_say_is_warned_of() {
    assert_warnings("phone_login", &["mentions no hash"]);
    let expected = ["sample cannot be read", "no hash", "`u` is sent", "whatever elements", "a write"];
    assert_warnings("ping", &expected);
}

#[test]
fn options_name_the_group_and_the_crate() {
    let options = Options { group: Some("notes".to_owned()), endpoints: "mor_endpoints".to_owned() };
    let scaffold = scaffold_with(&page("note_delete"), &options).unwrap();
    assert_eq!(scaffold.group.as_deref(), Some("notes"));
    assert!(scaffold.code.contains("use mor_api::{Endpoint, Fault};\nuse mor_endpoints::Done;\n"));
    assert!(!scaffold_with(&page("voucher_sell"), &options).unwrap().code.contains("serde"));
    assert_eq!(written("voucher_sell").group.as_deref(), Some("voucher"));
}

#[test]
fn a_missing_section_is_named_and_shown() {
    let page = page("note_delete");
    let without = |from: &str, to: &str| {
        let (before, rest) = page.split_once(from).unwrap();
        let (_, behind) = rest.split_once(to).unwrap();
        scaffold(&format!("{before}{to}{behind}")).unwrap_err()
    };
    for (error, section, example) in [
        (
            without("PARAMETERS", "REQUEST"),
            Section::Parameters,
            "Parameters which are included into hash:\n- ",
        ),
        (without("RETURNS", "Error:"), Section::Returns, "<success>"),
        (scaffold("").unwrap_err(), Section::Usage, "Usage\n- From MOR"),
        (scaffold("a text about something else").unwrap_err(), Section::Usage, "/api/"),
    ] {
        assert_eq!(error, ScaffoldError::Missing(section));
        let text = error.to_string();
        assert!(text.contains(&format!("no section \"{}\"", section.title())), "{text}");
        assert!(text.contains(example), "{text}");
    }
}

/// A cut page is a mistake or a shorter page, never a defect.
#[test]
fn no_beginning_of_a_page_is_too_much() {
    for entry in fs::read_dir(folder("pages")).unwrap() {
        let page = fs::read_to_string(entry.unwrap().path()).unwrap();
        for (end, _) in page.char_indices().step_by(31) {
            let result = scaffold(&page[..end]);
            assert!(!matches!(result, Err(ScaffoldError::Unreadable { .. })), "{result:?}");
        }
    }
}
