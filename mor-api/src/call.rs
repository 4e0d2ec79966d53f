//! One call before it becomes a request: an endpoint's values, who calls, and the caller's wishes for
//! this one time.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use crate::{
    Credentials, Endpoint, HashSlot, Identity, ParamValue, Params, RequestError, Secret, Spec, Upload,
};

/// What may be different for a single call.
#[derive(Debug, Clone, Default)]
pub struct CallOptions {
    /// Act as this user instead of the credentials' one: MOR acts as the user named in `u`.
    pub caller: Option<String>,
    /// Call the function by this one of its names, for a server that knows only an older one.
    pub function: Option<String>,
    /// Hash these parameters in this order instead of the declared ones. Servers of different versions
    /// disagree on a few functions.
    pub hash_order: Option<Vec<String>>,
    /// Give up after this time instead of the client's.
    pub timeout: Option<Duration>,
}

/// An endpoint with everything that decides how it is signed and encoded; not generic, so that the
/// stages behind it are compiled once.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) spec: &'static Spec,
    params: &'a dyn Params,
    credentials: &'a Credentials,
    options: &'a CallOptions,
}

/// A text that goes into the hash or the form.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    Text(&'a str),
    Secret(&'a Secret),
    Value(&'a dyn ParamValue),
}

impl<'a> Call<'a> {
    pub(crate) fn new<E: Endpoint>(
        endpoint: &'a E,
        credentials: &'a Credentials,
        options: &'a CallOptions,
    ) -> Self {
        Self { spec: E::SPEC, params: endpoint, credentials, options }
    }

    /// A call of a function that is described by data alone.
    pub(crate) fn described(
        spec: &'static Spec,
        params: &'a dyn Params,
        credentials: &'a Credentials,
        options: &'a CallOptions,
    ) -> Self {
        Self { spec, params, credentials, options }
    }

    /// The name under which the function is called.
    pub(crate) fn function(&self) -> Result<&'a str, RequestError> {
        match &self.options.function {
            Some(name) if self.spec.answers_to(name) => Ok(name),
            Some(name) => Err(RequestError::unknown_function_name(self.spec, name)),
            None => Ok(self.spec.function),
        }
    }

    /// The secret key, unless there is none or the server never checks this function.
    pub(crate) fn key(&self) -> Option<&'a str> {
        if self.spec.signed { self.credentials.key().map(Secret::expose) } else { None }
    }

    /// What is secret about the caller, whether the function wants it or not.
    pub(crate) fn secrets(&self) -> [Option<Arc<Secret>>; 2] {
        self.credentials.secrets()
    }

    /// Visits what is sent, in order: `u`, `p`, then the parameters as declared.
    pub(crate) fn each_sent(
        &self,
        visit: &mut dyn FnMut(&'static str, Part<'a>) -> fmt::Result,
    ) -> Result<(), RequestError> {
        if matches!(self.spec.caller, Identity::Sent | Identity::Hashed(_)) {
            visit("u", self.caller()).map_err(|_| RequestError::unwritable(self.spec, "u"))?;
        }
        if matches!(self.spec.password, Identity::Sent | Identity::Hashed(_)) {
            visit("p", self.password()?).map_err(|_| RequestError::unwritable(self.spec, "p"))?;
        }
        for (index, param) in self.spec.params.iter().enumerate() {
            if let Some(value) = self.params.value(index) {
                visit(param.name, Part::Value(value))
                    .map_err(|_| RequestError::unwritable(self.spec, param.name))?;
            }
        }
        Ok(())
    }

    /// Visits what is hashed, in order; the key is not among it.
    pub(crate) fn each_hashed(
        &self,
        visit: &mut dyn FnMut(&'a str, Part<'a>) -> fmt::Result,
    ) -> Result<(), RequestError> {
        let mut slot = |slot: HashSlot| -> Result<(), RequestError> {
            let (name, part) = match slot {
                HashSlot::Caller => ("u", self.caller()),
                HashSlot::Password => ("p", self.password()?),
                HashSlot::Param(index) => match (self.spec.params.get(index), self.params.value(index)) {
                    (Some(param), Some(value)) => (param.name, Part::Value(value)),
                    _ => return Ok(()),
                },
            };
            visit(name, part).map_err(|_| RequestError::unwritable(self.spec, name))
        };
        match &self.options.hash_order {
            None => self.spec.hash_order.iter().try_for_each(|declared| slot(*declared)),
            Some(names) => names.iter().try_for_each(|name| slot(self.slot_of(name)?)),
        }
    }

    fn slot_of(&self, name: &str) -> Result<HashSlot, RequestError> {
        if let Some(index) = self.spec.params.iter().position(|param| param.name == name) {
            return Ok(HashSlot::Param(index));
        }
        match (name, self.spec.caller, self.spec.password) {
            ("u", Identity::Sent | Identity::Hashed(_), _) => Ok(HashSlot::Caller),
            ("p", _, Identity::Sent | Identity::Hashed(_)) => Ok(HashSlot::Password),
            _ => Err(RequestError::unknown_hash_name(self.spec, name)),
        }
    }

    fn caller(&self) -> Part<'a> {
        Part::Text(self.options.caller.as_deref().unwrap_or(self.credentials.username()))
    }

    fn password(&self) -> Result<Part<'a>, RequestError> {
        match self.credentials.password() {
            Some(password) => Ok(Part::Secret(password)),
            None => Err(RequestError::missing_password(self.spec)),
        }
    }
}

impl Part<'_> {
    /// Writes the text that is sent.
    pub(crate) fn wire(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Text(text) => out.write_str(text),
            Self::Secret(secret) => out.write_str(secret.expose()),
            Self::Value(value) => value.wire(out),
        }
    }

    /// Writes the text that is hashed.
    pub(crate) fn hashed(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self {
            Self::Value(value) => value.hashed(out),
            same_as_sent => same_as_sent.wire(out),
        }
    }

    /// The file, if it is one.
    pub(crate) fn upload(&self) -> Option<&Upload> {
        match self {
            Self::Text(_) | Self::Secret(_) => None,
            Self::Value(value) => value.upload(),
        }
    }

    /// Whether people may not see it.
    pub(crate) fn is_secret(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::Secret(_) => true,
            Self::Value(value) => value.kind().is_secret(),
        }
    }
}
