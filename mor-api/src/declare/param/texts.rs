//! Requests from the wire forms of their parameters: what generated code calls for `from_texts`.

use secrecy::zeroize::Zeroizing;

use crate::{InvalidRequest, Kind, Param, ParamSpec, Secret};

/// Where [`Endpoint::from_texts`](crate::Endpoint::from_texts) gets its texts from.
pub type Texts<'t> = dyn FnMut(&'static str) -> Option<String> + 't;

/// A parameter of any type while it is read.
pub trait TextTarget {
    /// Takes a text, if it is of the parameter's form.
    fn read(&mut self, text: &str) -> bool;
}

impl<T: Param> TextTarget for Option<T> {
    fn read(&mut self, text: &str) -> bool {
        *self = T::read(text);
        self.is_some()
    }
}

/// Reads parameters; of those that are required, all.
pub fn read_texts(
    params: &'static [ParamSpec],
    texts: &mut Texts<'_>,
    targets: &mut [&mut dyn TextTarget],
) -> Result<(), InvalidRequest> {
    for (param, target) in params.iter().zip(targets) {
        let (name, kind) = (param.name, param.kind);
        match texts(name).map(Zeroizing::new) {
            Some(text) if !target.read(&text) => return Err(not_read(name, kind, &text)),
            None if param.required => {
                return Err(InvalidRequest::new(name, format!("it is required ({kind})")));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The error for required parameters that are not there, which [`read_texts`] has excluded. What was read is dropped.
pub fn not_all<T, P>(_: P) -> Result<T, InvalidRequest> {
    Err(unread())
}

fn unread() -> InvalidRequest {
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
