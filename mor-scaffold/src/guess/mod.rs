//! Types from words: what a page says about a value decides how it is declared.

mod effect;
mod ids;
mod param;
mod sample;
mod value;
mod words;

pub(crate) use effect::{Effect, advice, effect};
pub(crate) use ids::IDS;
pub(crate) use param::param;
pub(crate) use sample::of_texts;
pub(crate) use value::{Origin, Value, Words};
pub(crate) use words::{Word, possible_values, without_values};
