#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod checksum;
mod column;
mod disk;
mod error;
mod export;
mod legacy;
mod lines_file;
mod lock;
#[cfg(feature = "parquet")]
mod parquet;
mod progress;
mod run;
mod sink;
mod state;
#[cfg(test)]
mod tests;
mod text;

pub use error::ExportError;
pub use export::{Export, Format, RETRIES};
pub use progress::{Progress, Summary};
