//! What stands in for the declaration of a function that has none.

use crate::{Effect, ParamValue, Params, Spec};

/// The parameters of a function that is not declared: all of them are extra ones.
pub(super) struct NoParams;

impl Params for NoParams {
    fn value(&self, _: usize) -> Option<&dyn ParamValue> {
        None
    }
}

/// What is known about a function that is not declared.
pub(super) fn spec_of(effect: Effect) -> &'static Spec {
    static READ: Spec = Spec::new("", Effect::Read);
    static WRITE: Spec = Spec::new("", Effect::Write);
    static SESSION: Spec = Spec::new("", Effect::Session);
    match effect {
        Effect::Read => &READ,
        Effect::Write => &WRITE,
        Effect::Session => &SESSION,
    }
}
