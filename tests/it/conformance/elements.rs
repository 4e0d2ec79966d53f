//! The elements of a sample, with their places in it, so that tests can leave them out, empty or repeat them.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;

/// One element of a sample.
#[derive(Debug, Clone)]
pub struct Element {
    /// Names from the root to the element: `page/devices/device`.
    pub path: String,
    /// The bytes of the element, tags included.
    pub span: Range<usize>,
    /// The bytes between its tags; empty for `<a/>`.
    pub content: Range<usize>,
    /// Whether it contains other elements.
    pub has_children: bool,
    /// Place of the parent in the list of elements.
    pub parent: Option<usize>,
}

impl Element {
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether it contains a value: text and no elements.
    pub fn has_text(&self, sample: &str) -> bool {
        !self.has_children && !sample[self.content.clone()].trim().is_empty()
    }

    pub fn is_root(&self) -> bool {
        self.parent.is_none()
    }

    /// The sample with the content of the element replaced. The content of `<a/>` cannot be.
    pub fn with_content(&self, sample: &str, content: &str) -> String {
        format!("{}{content}{}", &sample[..self.content.start], &sample[self.content.end..])
    }
}

/// All elements of a sample, parents before their children.
pub fn elements(sample: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(sample);
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        let before = position(&reader);
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error} in {sample}"));
        let after = position(&reader);
        match event {
            Event::Start(start) => {
                let name = start.name().0;
                open.push(found.len());
                found.push(element(&found, &open, name, before..after, after..after));
            }
            Event::Empty(start) => {
                let name = start.name().0;
                open.push(found.len());
                found.push(element(&found, &open, name, before..after, after..after));
                open.pop();
            }
            Event::End(_) => {
                let closed = open.pop().unwrap();
                found[closed].content.end = before;
                found[closed].span.end = after;
            }
            Event::Eof => return found,
            _ => {}
        }
        if let [.., parent, _] = *open {
            found[parent].has_children = true;
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap()
}

/// An element that starts; the last one in `open` is its own place.
fn element(
    found: &[Element],
    open: &[usize],
    name: &str,
    span: Range<usize>,
    content: Range<usize>,
) -> Element {
    let parent = open.len().checked_sub(2).map(|at| open[at]);
    let path = parent.map_or_else(|| name.to_owned(), |parent| format!("{}/{name}", found[parent].path));
    Element { path, span, content, has_children: false, parent }
}

/// The sample without some of its elements.
pub fn without<'e>(sample: &str, elements: impl IntoIterator<Item = &'e Element>) -> String {
    let mut spans: Vec<Range<usize>> = elements.into_iter().map(|element| element.span.clone()).collect();
    spans.sort_by_key(|span| span.start);
    let (mut text, mut end) = (String::new(), 0);
    for span in spans {
        // An element inside one that is left out already.
        if span.start < end {
            continue;
        }
        text.push_str(&sample[end..span.start]);
        end = span.end;
    }
    text + &sample[end..]
}

/// The sample with the content of some of its elements left out.
pub fn emptied<'e>(sample: &str, elements: impl IntoIterator<Item = &'e Element>) -> String {
    let mut text = sample.to_owned();
    let mut elements: Vec<&Element> = elements.into_iter().collect();
    elements.sort_by_key(|element| std::cmp::Reverse(element.content.start));
    for element in elements {
        text = element.with_content(&text, "");
    }
    text
}

#[test]
fn elements_are_found_with_their_places() {
    let sample = "<a x=\"1\"><b>1</b><c/><d><b> </b></d></a>";
    let elements = elements(sample);
    let paths: Vec<&str> = elements.iter().map(|element| element.path.as_str()).collect();
    assert_eq!(paths, ["a", "a/b", "a/c", "a/d", "a/d/b"]);
    let parts: Vec<&str> = elements.iter().map(|element| &sample[element.span.clone()]).collect();
    assert_eq!(parts[1..], ["<b>1</b>", "<c/>", "<d><b> </b></d>", "<b> </b>"]);
    assert!(elements[0].has_children && elements[3].has_children && !elements[1].has_children);
    assert!(elements[1].has_text(sample) && !elements[2].has_text(sample) && !elements[4].has_text(sample));
    assert_eq!(without(sample, &elements[1..=3]), "<a x=\"1\"></a>");
    assert_eq!(emptied(sample, [&elements[1], &elements[4]]), "<a x=\"1\"><b></b><c/><d><b></b></d></a>");
}
