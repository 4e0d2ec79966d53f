//! What stands in for the declaration of a function that has none.

use crate::{Effect, Identity, ParamValue, Params, RecordShape, Spec};

/// The parameters of a function that is not declared: all of them are extra ones.
pub(super) struct NoParams;

impl Params for NoParams {
    fn value(&self, _: usize) -> Option<&dyn ParamValue> {
        None
    }
}

/// What is known about a function that is not declared.
pub(super) fn spec_of(effect: Effect) -> &'static Spec {
    const fn spec(effect: Effect) -> Spec {
        Spec {
            function: "",
            aliases: &[],
            since: None,
            addon: None,
            effect,
            signed: true,
            caller: Identity::Sent,
            password: Identity::None,
            params: &[],
            hash_order: &[],
            rules: &[],
            verify: None,
            response: RecordShape::UNKNOWN,
            doc: "",
        }
    }
    static READ: Spec = spec(Effect::Read);
    static WRITE: Spec = spec(Effect::Write);
    static SESSION: Spec = spec(Effect::Session);
    match effect {
        Effect::Read => &READ,
        Effect::Write => &WRITE,
        Effect::Session => &SESSION,
    }
}
