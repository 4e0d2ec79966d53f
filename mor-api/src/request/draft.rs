//! A request before it is signed: the values of its parameters, who calls, and the options of this one call.

use core::fmt;
use core::time::Duration;
use std::sync::Arc;

use super::part::Part;
use super::undeclared;
use crate::declare::rule;
use crate::{
    Credentials, Effect, Endpoint, HashSlot, Identity, ParamSpec, Params, RequestError, Secret, Spec,
};

/// What may be different for a single call.
#[derive(Debug, Clone, Default)]
pub struct CallOptions {
    /// Act as this user instead of the credentials' one: MOR acts as the user named in `u`. An endpoint's own
    /// field `u`, if it has a value, takes precedence.
    pub caller: Option<String>,
    /// Call the function by this one of its names, for a server that knows only an older one.
    pub function: Option<String>,
    /// Hash these parameters in this order instead of the declared ones. Servers of different versions
    /// disagree on a few functions. Extra parameters may be among them.
    pub hash_order: Option<Vec<String>>,
    /// Give up after this time instead of the client's.
    pub timeout: Option<Duration>,
    /// Send these parameters, which the endpoint does not declare, after its own: a server may be newer than the
    /// declaration. They are hashed only if [`hash_order`](Self::hash_order) names them. `Debug` shows their names only.
    /// Names that the endpoint declares, `u`, `p` and `hash` are errors.
    pub extra: Vec<(String, Secret)>,
}

/// An endpoint with everything that decides how it is signed and encoded; not generic, so that the stages after it are
/// compiled once.
#[derive(Clone, Copy)]
pub(crate) struct Draft<'a> {
    pub(crate) spec: &'static Spec,
    params: &'a dyn Params,
    credentials: &'a Credentials,
    options: &'a CallOptions,
    /// The name of a function that is not declared: `spec` has none.
    undeclared: Option<&'a str>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new<E: Endpoint>(
        endpoint: &'a E,
        credentials: &'a Credentials,
        options: &'a CallOptions,
    ) -> Self {
        Self::described(E::SPEC, endpoint, credentials, options)
    }

    /// A call of a function that is described by data alone.
    pub(crate) fn described(
        spec: &'static Spec,
        params: &'a dyn Params,
        credentials: &'a Credentials,
        options: &'a CallOptions,
    ) -> Self {
        Self { spec, params, credentials, options, undeclared: None }
    }

    /// A call of a function that is not declared, whose parameters are the extra ones.
    pub(crate) fn undeclared(
        function: &'a str,
        effect: Effect,
        credentials: &'a Credentials,
        options: &'a CallOptions,
    ) -> Self {
        let spec = undeclared::spec_of(effect);
        Self { spec, params: &undeclared::NoParams, credentials, options, undeclared: Some(function) }
    }

    /// The name under which the function is called.
    pub(crate) fn function(&self) -> Result<&'a str, RequestError> {
        if let Some(name) = self.undeclared {
            return Ok(name);
        }
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

    /// Refuses what no single value shows: an extra parameter that is not one, parameters that do not go together, and a
    /// caller without proof.
    pub(crate) fn check(&self) -> Result<(), RequestError> {
        let extra = &self.options.extra;
        for (index, (name, _)) in extra.iter().enumerate() {
            let problem = match name.as_str() {
                "" => "it has no name",
                "hash" => "the hash is computed",
                // Nothing else sends the password to a function that is not declared.
                "p" if self.undeclared.is_some() => continue,
                "u" | "p" => "username and password come from the credentials",
                name if self.spec.param(name).is_some() => "it is a declared parameter: set it as one",
                name if extra.iter().skip(index + 1).any(|(other, _)| other == name) => "it is given twice",
                _ => continue,
            };
            return Err(RequestError::extra(self.spec, name, problem));
        }
        rule::check(self.spec, self.params).map_err(|invalid| RequestError::invalid(self.spec, invalid))?;
        match self.spec.password {
            Identity::FieldOr(other) if !self.has(other) && self.value("p").is_none() => {
                Err(RequestError::unproven(self.spec, other))
            }
            _ => Ok(()),
        }
    }

    /// Visits what is sent, in order: `u`, `p`, the parameters as declared, the extra ones.
    pub(crate) fn each_sent(
        &self,
        visit: &mut dyn FnMut(&'a str, Part<'a>) -> fmt::Result,
    ) -> Result<(), RequestError> {
        let mut visit = |name, part| visit(name, part).map_err(|_| RequestError::unwritable(self.spec, name));
        if self.spec.caller.is_from_credentials() {
            visit("u", self.caller())?;
        }
        if self.spec.password.is_from_credentials() {
            visit("p", self.password()?)?;
        }
        for (index, param) in self.spec.params.iter().enumerate() {
            if let Some(part) = self.part(index, param) {
                visit(param.name, part)?;
            }
        }
        self.options.extra.iter().try_for_each(|(name, value)| visit(name, Part::Text(value.expose())))
    }

    /// Visits what is hashed, in order; the key is not among it.
    pub(crate) fn each_hashed(
        &self,
        visit: &mut dyn FnMut(&'a str, Part<'a>) -> fmt::Result,
    ) -> Result<(), RequestError> {
        let mut visit = |name, part| visit(name, part).map_err(|_| RequestError::unwritable(self.spec, name));
        match &self.options.hash_order {
            None => {
                let leaves_out = self.leaves_out_caller();
                for slot in self.spec.hash_order {
                    if leaves_out && *slot == HashSlot::Caller {
                        continue;
                    }
                    if let Some((name, part)) = self.hashed(*slot)? {
                        visit(name, part)?;
                    }
                }
                Ok(())
            }
            Some(names) => names.iter().try_for_each(|name| {
                if let Some(value) = self.extra(name) {
                    return visit(name, Part::Text(value.expose()));
                }
                match self.hashed(self.slot_of(name)?)? {
                    Some((name, part)) => visit(name, part),
                    None => Ok(()),
                }
            }),
        }
    }

    /// What goes into the hash for a slot; nothing for a parameter without a value.
    fn hashed(&self, slot: HashSlot) -> Result<Option<(&'a str, Part<'a>)>, RequestError> {
        let param = |index| {
            let param: &'a ParamSpec = self.spec.params.get(index)?;
            Some((param.name, self.part(index, param)?))
        };
        Ok(match slot {
            HashSlot::Param(index) => param(index),
            HashSlot::Caller => Some(("u", self.caller())),
            HashSlot::Password => Some(("p", self.password()?)),
            HashSlot::ParamUnless(index, other) if self.params.value(other).is_none() => param(index),
            HashSlot::ParamUnless(..) => None,
        })
    }

    /// The value of an extra parameter.
    fn extra(&self, name: &str) -> Option<&'a Secret> {
        self.options.extra.iter().find(|(extra, _)| extra == name).map(|(_, value)| value)
    }

    fn slot_of(&self, name: &str) -> Result<HashSlot, RequestError> {
        if let Some(index) = self.spec.params.iter().position(|param| param.name == name) {
            return Ok(HashSlot::Param(index));
        }
        match name {
            "u" if self.spec.caller.is_from_credentials() => Ok(HashSlot::Caller),
            "p" if self.spec.password.is_from_credentials() => Ok(HashSlot::Password),
            _ => {
                let extra = self.options.extra.iter().map(|(name, _)| name.as_str());
                Err(RequestError::unknown_hash_name(self.spec, name, extra))
            }
        }
    }

    /// Whether the server leaves the caller out of the hash because of the username.
    fn leaves_out_caller(&self) -> bool {
        matches!(self.spec.caller, Identity::HashedUnless(_, name) if name == self.username())
    }

    /// The value of a parameter. A field `u` or `p` without one is filled from the credentials, as far as they go.
    #[inline]
    fn part(&self, index: usize, param: &ParamSpec) -> Option<Part<'a>> {
        match self.params.value(index) {
            Some(value) => Some(Part::Value(value)),
            // No other parameter has a name of one letter that matters here.
            None if param.name.len() == 1 => self.filled(param.name),
            None => None,
        }
    }

    /// What the credentials have for a field `u` or `p`.
    #[cold]
    fn filled(&self, name: &str) -> Option<Part<'a>> {
        match name {
            "u" if self.spec.caller == Identity::Field => Some(self.caller()),
            "p" if self.fills_password() => self.credentials.password().map(Part::Secret),
            _ => None,
        }
    }

    fn fills_password(&self) -> bool {
        match self.spec.password {
            Identity::Field => true,
            Identity::FieldOr(other) => !self.has(other),
            _ => false,
        }
    }

    /// What is sent for the parameter of this name.
    fn value(&self, name: &str) -> Option<Part<'a>> {
        let index = self.spec.params.iter().position(|param| param.name == name)?;
        self.part(index, self.spec.params.get(index)?)
    }

    /// Whether the endpoint itself has a value for the parameter of this name.
    fn has(&self, name: &str) -> bool {
        let index = self.spec.params.iter().position(|param| param.name == name);
        index.is_some_and(|index| self.params.value(index).is_some())
    }

    fn username(&self) -> &'a str {
        self.options.caller.as_deref().unwrap_or(self.credentials.username())
    }

    fn caller(&self) -> Part<'a> {
        Part::Text(self.username())
    }

    fn password(&self) -> Result<Part<'a>, RequestError> {
        match self.credentials.password() {
            Some(password) => Ok(Part::Secret(password)),
            None => Err(RequestError::missing_password(self.spec)),
        }
    }
}
