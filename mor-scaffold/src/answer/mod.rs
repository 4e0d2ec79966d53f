//! The answer's types, from the samples.

mod record;
mod shape;

pub(crate) use record::{Content, Field, Place, Record};

use crate::names::TypeNames;
use crate::xml::Node;
use record::Builder;
use shape::Shape;

/// What a function answers.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    /// The words of success and nothing else.
    Done,
    /// Structs; the first is the response.
    Records(Vec<Record>),
    /// No sample says.
    Unknown {
        /// The name of the response.
        name: String,
    },
}

/// The answer and the samples it was made from.
pub(crate) struct Answers {
    pub(crate) answer: Answer,
    pub(crate) samples: Vec<Node>,
}

pub(crate) fn declare(
    function: &str,
    samples: &[Node],
    types: &mut TypeNames,
    warnings: &mut Vec<String>,
) -> Answers {
    let Some(first) = samples.first() else {
        warnings.push(
            "no sample of an answer can be read: the response keeps whatever elements there are".to_owned(),
        );
        let name = types.take(&format!("{function}_answer"), "Data");
        return Answers { answer: Answer::Unknown { name }, samples: Vec::new() };
    };
    let (samples, others): (Vec<Node>, Vec<Node>) =
        samples.iter().cloned().partition(|sample| sample.name == first.name);
    for other in others {
        warnings.push(format!(
            "a sample has another root, <{}> instead of <{}>: it is left out",
            other.name, first.name
        ));
    }
    if samples.iter().all(is_done) {
        return Answers { answer: Answer::Done, samples };
    }
    let shape = Shape::of(&samples.iter().collect::<Vec<_>>());
    let records = Builder::new(function, types, warnings).response(&shape);
    Answers { answer: Answer::Records(records), samples }
}

/// `page/status/success` with a text, and nothing else.
fn is_done(sample: &Node) -> bool {
    let mut node = sample;
    for name in ["page", "status"] {
        match node.children.as_slice() {
            [child] if node.name == name && node.attributes.is_empty() => node = child,
            _ => return false,
        }
    }
    node.name == "success"
        && node.attributes.is_empty()
        && node.children.is_empty()
        && !node.text.trim().is_empty()
}
