//! The few lines of XML the simulator writes itself.

use std::fmt::Write as _;

pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// A document whose elements nest as the path says (`page/status/error`), with the text in the innermost one,
/// indented as the server does it.
pub(crate) fn document(path: &str, text: &str) -> String {
    let names: Vec<&str> = path.split('/').collect();
    let mut xml = DECLARATION.to_owned();
    let Some((innermost, outer)) = names.split_last() else {
        return xml;
    };
    for (depth, name) in outer.iter().enumerate() {
        let _ = writeln!(xml, "{:indent$}<{name}>", "", indent = 2 * depth);
    }
    let _ =
        writeln!(xml, "{:indent$}<{innermost}>{}</{innermost}>", "", escape(text), indent = 2 * outer.len());
    for (depth, name) in outer.iter().enumerate().rev() {
        let _ = writeln!(xml, "{:indent$}</{name}>", "", indent = 2 * depth);
    }
    xml
}

/// Escapes text between tags.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_nest_as_the_path_says() {
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<page>\n  <status>\n    <error>a &lt; b &amp; c</error>\n  </status>\n</page>\n";
        assert_eq!(document("page/status/error", "a < b & c"), expected);
    }

    #[test]
    fn a_path_of_one_element_is_the_root() {
        assert_eq!(document("error", "no"), format!("{DECLARATION}<error>no</error>\n"));
    }
}
