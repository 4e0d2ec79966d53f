//! Lines without what a wiki and a browser leave around their text.

const LEFTOVERS: &[&str] = &[
    "from kolmisoft wiki",
    "jump to navigation",
    "jump to:",
    "jump to search",
    "retrieved from",
    "navigation menu",
    "category:",
    "categories:",
    "this page was last",
    "[hide]",
    "[show]",
];

/// Of HTML only what cannot be an element of an answer.
const TAGS: &[&str] = &["br", "pre", "nowiki", "tt", "strong", "em"];

/// The lines that say something.
pub(super) fn clean(text: &str) -> Vec<String> {
    let text = text.replace(['\u{a0}', '\t'], " ").replace(['–', '—', '−'], "-").replace("\r\n", "\n");
    let text = text.replace(|c: char| is_invisible(c), "");
    let text = if text.contains("&lt;") && !text.contains("</") {
        text.replace("&lt;", "<").replace("&gt;", ">")
    } else {
        text
    };
    text.lines().map(without_markup).filter(|line| !line.is_empty() && !is_leftover(line)).collect()
}

/// What nobody sees, and what compilers refuse in source text.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_leftover(line: &str) -> bool {
    let lower = line.to_ascii_lowercase();
    LEFTOVERS.iter().any(|leftover| lower.starts_with(leftover)) || lower == "contents"
}

fn without_markup(line: &str) -> String {
    let mut line = line.replace("'''", "").replace("''", "").replace("[edit]", "");
    for tag in TAGS {
        for form in [format!("<{tag}>"), format!("</{tag}>"), format!("<{tag}/>"), format!("<{tag} />")] {
            line = line.replace(&form, "");
        }
    }
    line.trim().to_owned()
}

/// How deep a line's bullet is (none: 0) and what follows it.
pub(super) fn unbulleted(line: &str) -> (usize, &str) {
    let is_bullet = |c: char| matches!(c, '-' | '*' | '•' | '·' | '#' | '◦');
    let rest = line.trim_start();
    let behind = rest.trim_start_matches(is_bullet);
    let depth = rest.chars().take_while(|c| is_bullet(*c)).count();
    // `-1 removes it` and `#14` begin with a value.
    if depth == 0 || behind.starts_with(|c: char| c.is_ascii_digit()) {
        return (0, rest);
    }
    (depth, behind.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_and_markup_go() {
        let text =
            "From Kolmisoft Wiki\nJump to navigationJump to search\n\n'''Usage'''[edit]\n <pre>a</pre> ";
        assert_eq!(clean(text), ["Usage", "a"]);
        assert_eq!(clean("&lt;page&gt;"), ["<page>"]);
    }

    #[test]
    fn bullets() {
        assert_eq!(unbulleted("- u - username"), (1, "u - username"));
        assert_eq!(unbulleted("** 0 - off"), (2, "0 - off"));
        assert_eq!(unbulleted("*u - username"), (1, "u - username"));
        assert_eq!(unbulleted("-1 removes it"), (0, "-1 removes it"));
        assert_eq!(unbulleted("plain"), (0, "plain"));
    }
}
