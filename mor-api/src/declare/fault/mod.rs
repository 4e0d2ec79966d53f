//! What MOR says when it refuses a request, as types.

mod common;
mod refused;
mod text;

use core::fmt;

pub use common::CommonFault;
pub use refused::Refused;
pub use text::find_text;

use crate::Refusal;

/// The refusals that a function documents, as variants. Those that any function may send, and texts that nobody
/// documents, are [`Refused::Common`] and [`Refused::Other`].
///
/// Derive it on an enum; a function without texts of its own uses [`AnyFault`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of refusals: it does not implement `mor_api::Fault`",
    label = "not a fault",
    note = "derive it on an enum: `#[derive(Debug, mor_api::Fault)]`, or leave `fault` out for `mor_api::AnyFault`"
)]
pub trait Fault: Sized + fmt::Debug + fmt::Display + Send + Sync + 'static {
    /// The documented texts. The last of them are incomplete: the start of a text, or after three dots the end of one
    /// (`... is incorrect format`).
    const TEXTS: &'static [&'static str];

    /// Finds the variant of a refusal, if it is a documented one.
    fn from_refusal(refusal: &Refusal) -> Option<Self>;
}

/// The refusals of a function that documents none: there is no value of this type, and [`Refused`] is
/// [`Common`](Refused::Common) or [`Other`](Refused::Other).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnyFault {}

impl Fault for AnyFault {
    const TEXTS: &'static [&'static str] = &[];

    fn from_refusal(_: &Refusal) -> Option<Self> {
        None
    }
}

impl fmt::Display for AnyFault {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl core::error::Error for AnyFault {}
