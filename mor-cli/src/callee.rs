//! The function that a call is for, as far as messages about it need to know.

use mor_api::{Advice, Effect, PreparedRequest, Spec};

/// A function, declared or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Callee<'a> {
    pub(crate) name: &'a str,
    pub(crate) effect: Effect,
    /// What to do when the outcome is unknown.
    pub(crate) advice: Advice,
}

impl<'a> Callee<'a> {
    /// A function that is not declared.
    pub(crate) fn undeclared(name: &'a str, effect: Effect) -> Self {
        Self { name, effect, advice: Advice::new(None) }
    }

    /// The function that a request calls.
    pub(crate) fn of(request: &'a PreparedRequest) -> Self {
        match request.spec() {
            Some(spec) => Self::from(spec),
            None => Self::undeclared(request.function(), request.effect()),
        }
    }
}

impl From<&'static Spec> for Callee<'_> {
    fn from(spec: &'static Spec) -> Self {
        Self { name: spec.function, effect: spec.effect, advice: Advice::of(spec) }
    }
}
