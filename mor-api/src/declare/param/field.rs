//! Fields of requests, of any type, as generated code hands them over.

use super::{Param, ParamValue};

/// A field that has a value or is left out.
pub trait ParamField {
    /// The value.
    fn value(&self) -> Option<&dyn ParamValue>;
}

impl<T: Param> ParamField for T {
    fn value(&self) -> Option<&dyn ParamValue> {
        Some(self)
    }
}

impl<T: Param> ParamField for Option<T> {
    fn value(&self) -> Option<&dyn ParamValue> {
        match self {
            Some(value) => Some(value),
            None => None,
        }
    }
}
