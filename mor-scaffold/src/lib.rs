#![doc = include_str!("../README.md")]

mod answer;
mod error;
mod faults;
mod guess;
mod names;
mod options;
mod page;
mod recipe;
mod render;
mod request;
mod scaffold;
mod text;
mod xml;

pub use error::{ScaffoldError, Section};
pub use options::Options;
pub use scaffold::{Scaffold, scaffold, scaffold_with};
