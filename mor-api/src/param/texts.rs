//! Requests from the wire forms of their parameters: what generated code calls for `from_texts`.

use secrecy::zeroize::Zeroizing;

use crate::{InvalidRequest, Kind, ParamSpec, Secret};

/// Where [`Endpoint::from_texts`](crate::Endpoint::from_texts) gets its texts from.
pub type Texts<'t> = dyn FnMut(&'static str) -> Option<String> + 't;

/// A parameter of this type while it is read.
pub struct ParamSlot<T> {
    /// What was read; nothing for a parameter that is left out.
    pub value: Option<T>,
    read: fn(&str) -> Option<T>,
}

impl<T> ParamSlot<T> {
    /// An empty slot, and the type's `Param::read`. That this is handed over, not bound, keeps a type that is no
    /// parameter at one error.
    #[must_use]
    pub fn new(read: fn(&str) -> Option<T>) -> Self {
        Self { value: None, read }
    }
}

/// A parameter of any type while it is read.
pub trait TextTarget {
    /// Takes a text, if it is of the parameter's form.
    fn read(&mut self, text: &str) -> bool;
}

impl<T> TextTarget for ParamSlot<T> {
    fn read(&mut self, text: &str) -> bool {
        self.value = (self.read)(text);
        self.value.is_some()
    }
}

/// Reads parameters; of those that are required, all.
pub fn read_texts(
    params: &'static [ParamSpec],
    texts: &mut Texts<'_>,
    slots: &mut [&mut dyn TextTarget],
) -> Result<(), InvalidRequest> {
    for (param, slot) in params.iter().zip(slots) {
        let (name, kind) = (param.name, param.kind);
        match texts(name).map(Zeroizing::new) {
            Some(text) if !slot.read(&text) => return Err(not_read(name, kind, &text)),
            None if param.required => {
                return Err(InvalidRequest::new(name, format!("it is required ({kind})")));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The error for required parameters that are not there, which [`read_texts`] has excluded.
#[must_use]
pub fn unread() -> InvalidRequest {
    InvalidRequest::new("", "a required parameter is missing")
}

fn not_read(name: &'static str, kind: Kind, text: &str) -> InvalidRequest {
    let hidden = kind.is_secret() || Secret::is_secret_name(name);
    let shown = if hidden { Secret::MASK } else { text };
    let problem = match kind {
        Kind::Choice(words) => format!("{shown:?} is none of: {}", words.join(", ")),
        kind => format!("{shown:?} is none of its values, which are written as {}", kind.form()),
    };
    InvalidRequest::new(name, problem)
}
