//! The samples of a page as trees, and trees as tidy text again.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, escape};

use crate::text::add;

/// Deeper than any answer of MOR.
const MAX_DEPTH: usize = 32;

/// An element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    /// Its own text; nothing if there are children.
    pub(crate) text: String,
}

/// Reads the first element of a text; the second value is where it ends.
pub(crate) fn parse(text: &str) -> Result<(Node, usize), String> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Node> = Vec::new();
    loop {
        let done = match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(_) if open.len() >= MAX_DEPTH => return Err("it is nested too deeply".to_owned()),
            Event::Start(start) => {
                open.push(node(&start)?);
                None
            }
            Event::Empty(start) => Some(node(&start)?),
            Event::End(_) => open.pop(),
            Event::Text(piece) => add_text(&mut open, &piece.into_inner()),
            Event::CData(piece) => add_text(&mut open, &piece.into_inner()),
            Event::GeneralRef(name) => {
                let known = name.resolve_char_ref().ok().flatten().map(String::from);
                let text = known.or_else(|| escape::resolve_xml_entity(&name).map(str::to_owned));
                add_text(&mut open, &text.unwrap_or_default())
            }
            Event::Eof => return Err("it ends before its elements do".to_owned()),
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_) => None,
        };
        let Some(mut done) = done else { continue };
        // Text between elements is indentation, or dots for what was left out.
        if !done.children.is_empty() || is_left_out(&done.text) {
            done.text.clear();
        }
        match open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => return Ok((done, usize::try_from(reader.buffer_position()).unwrap_or(text.len()))),
        }
    }
}

fn node(start: &BytesStart<'_>) -> Result<Node, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.0.to_owned(), value.into_owned()));
    }
    Ok(Node { name: start.name().0.to_owned(), attributes, ..Node::default() })
}

fn add_text(open: &mut [Node], piece: &str) -> Option<Node> {
    if let Some(node) = open.last_mut() {
        node.text.push_str(piece);
    }
    None
}

/// Control characters are written as references, as they must have been.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in escape::escape(text).chars() {
        match c {
            c if c.is_control() && c != '\n' => add(&mut out, format_args!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

fn is_left_out(text: &str) -> bool {
    text.trim().chars().all(|c| matches!(c, '.' | '…'))
}

impl Node {
    /// The element as indented lines.
    pub(crate) fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        out.push_str(&indent);
        add(out, format_args!("<{}", self.name));
        for (name, value) in &self.attributes {
            add(out, format_args!(" {name}=\"{}\"", escaped(value)));
        }
        if self.children.is_empty() && self.text.is_empty() {
            out.push_str("/>\n");
        } else if self.children.is_empty() {
            add(out, format_args!(">{}</{}>\n", escaped(&self.text), self.name));
        } else {
            out.push_str(">\n");
            self.children.iter().for_each(|child| child.write(depth + 1, out));
            add(out, format_args!("{indent}</{}>\n", self.name));
        }
    }

    /// The texts of the errors that make the answer a refusal: those near the root.
    pub(crate) fn refusals(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        self.collect_refusals(1, &mut texts);
        texts
    }

    fn collect_refusals<'n>(&'n self, depth: usize, texts: &mut Vec<&'n str>) {
        if self.name.eq_ignore_ascii_case("error") && self.children.is_empty() {
            texts.push(self.text.trim());
        } else if depth < 3 {
            self.children.iter().for_each(|child| child.collect_refusals(depth + 1, texts));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let text = "<?xml version=\"1.0\"?> <a x=\"1 &amp; 2\"> <b>c &lt;d&#13;</b> ... <e/> </a> tail";
        let (node, end) = parse(text).unwrap();
        assert_eq!(text.get(end..), Some(" tail"));
        assert_eq!(node.to_text(), "<a x=\"1 &amp; 2\">\n  <b>c &lt;d&#13;</b>\n  <e/>\n</a>\n");
        assert_eq!(parse(&node.to_text()).unwrap().0, node);
    }

    #[test]
    fn what_is_no_element() {
        for bad in ["", "text", "<a>", "<a></b>", "<a x=1></a>"] {
            assert!(parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn refusals_stand_near_the_root() {
        let (node, _) = parse("<page><status><error>No</error></status></page>").unwrap();
        assert_eq!(node.refusals(), ["No"]);
        let (node, _) = parse("<page><rows><row><error>No</error></row></rows></page>").unwrap();
        assert!(node.refusals().is_empty());
    }
}
