//! The samples of the catalog, and the ways to decode them.

use http::{HeaderMap, StatusCode};
use mor_api::{AnswerError, ElementMap, FromXml, RowDecoder, RowPath, classify, to_utf8};
use mor_endpoints::Function;
use mor_sim::catalog;
use quick_xml::Reader;
use quick_xml::events::Event;

/// An answer that the function is known to give.
pub struct Sample {
    pub function: &'static Function,
    pub name: String,
    pub text: &'static str,
}

pub fn samples() -> Vec<Sample> {
    let facts = catalog::functions().iter();
    let known = facts.filter_map(|facts| Some((mor_endpoints::find(&facts.name)?, facts)));
    let samples = known.flat_map(|(function, facts)| {
        facts.responses.iter().enumerate().map(move |(index, sample)| Sample {
            function,
            name: format!("{} sample {index}", facts.name),
            text: &sample.xml,
        })
    });
    let samples: Vec<Sample> = samples.collect();
    assert!(samples.len() > 200, "only {} samples", samples.len());
    samples
}

impl Sample {
    /// Whether it is a text without markup.
    pub fn is_bare(&self) -> bool {
        !self.text.trim_start().starts_with('<')
    }

    /// Where nothing follows any more but white space and comments.
    pub fn end(&self) -> usize {
        let mut text = self.text.trim_end();
        while let Some(comment) = text.strip_suffix("-->").and_then(|_| text.rfind("<!--")) {
            text = text[..comment].trim_end();
        }
        text.len()
    }

    /// The way into an element that holds values, as the path of rows.
    pub fn rows(&self) -> Option<String> {
        let mut reader = Reader::from_str(self.text);
        let (mut open, mut deepest) = (Vec::new(), Vec::new());
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => {
                    if open.len() > deepest.len() {
                        deepest.clone_from(&open);
                    }
                    open.push(start.name().0.to_owned());
                }
                Event::End(_) => drop(open.pop()),
                Event::Eof => return (deepest.len() > 1).then(|| deepest.join("/")),
                _ => {}
            }
        }
    }
}

/// Decodes a body as the client would, whatever the function.
pub fn decode(function: &Function, body: &[u8]) -> Result<(), AnswerError> {
    let text = to_utf8(body);
    let body = classify(StatusCode::OK, &HeaderMap::new(), &text)?;
    function.check_answer(body).map(drop)
}

/// A row of which everything is kept.
#[derive(Debug, PartialEq, FromXml)]
pub struct Row {
    #[mor(rest)]
    elements: ElementMap,
}

/// Reads rows of whatever kind, in pieces of this length.
pub fn stream(path: &str, body: &[u8], piece: usize) -> (Vec<Row>, Result<(), AnswerError>) {
    let mut decoder = RowDecoder::new(RowPath::<Row>::new(path).unwrap());
    body.chunks(piece).for_each(|piece| decoder.feed(piece));
    decoder.finish();
    let mut rows = Vec::new();
    while let Some(row) = decoder.next_row() {
        match row {
            Ok(row) => rows.push(row),
            Err(error) => return (rows, Err(error)),
        }
    }
    (rows, Ok(()))
}
