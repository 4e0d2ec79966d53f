//! The static description of a function: what the derive knows about an endpoint, as data.

use core::fmt;

use crate::{Kind, RecordShape, Rule};

/// Everything there is to say about one function of the API, known at compile time.
///
/// `#[derive(Endpoint)]` writes it; command lines, documentation and tests read it. An implementation of
/// [`Endpoint`](crate::Endpoint) by hand builds it in a constant:
///
/// ```
/// use mor_api::{Effect, HashSlot, Kind, ParamSpec, Spec};
///
/// static SPEC: Spec = Spec::new("device_delete", Effect::Write)
///     .with_params(&[ParamSpec::new("device", "device", Kind::Integer).with_hash_order(1).required()])
///     .with_hash_order(&[HashSlot::Param(0)]);
///
/// assert!(SPEC.signed && SPEC.answers_to("device_delete"));
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Spec {
    /// The wire name: the last segment of the URL's path.
    pub function: &'static str,
    /// Older names of the function that servers still answer to.
    pub aliases: &'static [&'static str],
    /// The first MOR version that has the function, if known.
    pub since: Option<&'static str>,
    /// The add-on a server needs for it.
    pub addon: Option<&'static str>,
    /// What the call does to the server.
    pub effect: Effect,
    /// Whether the server looks at the hash of this function at all.
    pub signed: bool,
    /// How the caller's username travels as `u`.
    pub caller: Identity,
    /// How the caller's password travels as `p`.
    pub password: Identity,
    /// The parameters in the order of declaration.
    pub params: &'static [ParamSpec],
    /// What goes into the hash, in order; the secret key follows.
    pub hash_order: &'static [HashSlot],
    /// Which parameters go together.
    pub rules: &'static [Rule],
    /// How to find out whether the function was executed, when no answer says so: which other function tells,
    /// and by what.
    pub verify: Option<&'static str>,
    /// The response of the function when it succeeds.
    pub response: &'static RecordShape,
    /// The first paragraph of the endpoint's documentation.
    pub doc: &'static str,
}

impl Spec {
    /// A function that is signed and whose caller travels as `u`, without parameters and with a response of which nothing
    /// is known.
    #[must_use]
    pub const fn new(function: &'static str, effect: Effect) -> Self {
        Self {
            function,
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

    /// Sets [`aliases`](Self::aliases).
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Sets [`since`](Self::since).
    #[must_use]
    pub const fn with_since(mut self, version: &'static str) -> Self {
        self.since = Some(version);
        self
    }

    /// Sets [`addon`](Self::addon).
    #[must_use]
    pub const fn with_addon(mut self, addon: &'static str) -> Self {
        self.addon = Some(addon);
        self
    }

    /// Sets [`signed`](Self::signed) to false.
    #[must_use]
    pub const fn unsigned(mut self) -> Self {
        self.signed = false;
        self
    }

    /// Sets [`caller`](Self::caller) and [`password`](Self::password).
    #[must_use]
    pub const fn with_identity(mut self, caller: Identity, password: Identity) -> Self {
        self.caller = caller;
        self.password = password;
        self
    }

    /// Sets [`params`](Self::params).
    #[must_use]
    pub const fn with_params(mut self, params: &'static [ParamSpec]) -> Self {
        self.params = params;
        self
    }

    /// Sets [`hash_order`](Self::hash_order).
    #[must_use]
    pub const fn with_hash_order(mut self, slots: &'static [HashSlot]) -> Self {
        self.hash_order = slots;
        self
    }

    /// Sets [`rules`](Self::rules).
    #[must_use]
    pub const fn with_rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    /// Sets [`verify`](Self::verify).
    #[must_use]
    pub const fn with_verify(mut self, verify: &'static str) -> Self {
        self.verify = Some(verify);
        self
    }

    /// Sets [`response`](Self::response).
    #[must_use]
    pub const fn with_response(mut self, response: &'static RecordShape) -> Self {
        self.response = response;
        self
    }

    /// Sets [`doc`](Self::doc).
    #[must_use]
    pub const fn with_doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }

    /// The parameter with this wire name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'static ParamSpec> {
        self.params.iter().find(|param| param.name == name)
    }

    /// The wire names that go into the hash, in order; of two names for the same value, the preferred one.
    pub fn hash_names(&self) -> impl Iterator<Item = &'static str> {
        let params = self.params;
        self.hash_order.iter().filter_map(move |slot| match *slot {
            HashSlot::Caller => Some("u"),
            HashSlot::Password => Some("p"),
            HashSlot::Param(index) => params.get(index).map(|param| param.name),
            HashSlot::ParamUnless(..) => None,
        })
    }

    /// Whether `name` is the function's name or one of its older ones.
    #[must_use]
    pub fn answers_to(&self, name: &str) -> bool {
        self.function == name || self.aliases.contains(&name)
    }
}

/// One parameter of a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParamSpec {
    /// The wire name.
    pub name: &'static str,
    /// The name of the Rust field, without the `r#` of one called like a keyword.
    pub field: &'static str,
    /// The place in the hash, counted from 1; `None` when it is sent but not hashed.
    pub hash_order: Option<u16>,
    /// Whether a request cannot be made without it.
    pub required: bool,
    /// What the text looks like.
    pub kind: Kind,
    /// The first paragraph of the field's documentation.
    pub doc: &'static str,
}

impl ParamSpec {
    /// An optional parameter that is not hashed, by its wire name and the name of the Rust field.
    #[must_use]
    pub const fn new(name: &'static str, field: &'static str, kind: Kind) -> Self {
        Self { name, field, hash_order: None, required: false, kind, doc: "" }
    }

    /// Sets [`hash_order`](Self::hash_order).
    #[must_use]
    pub const fn with_hash_order(mut self, place: u16) -> Self {
        self.hash_order = Some(place);
        self
    }

    /// Sets [`required`](Self::required).
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets [`doc`](Self::doc).
    #[must_use]
    pub const fn with_doc(mut self, doc: &'static str) -> Self {
        self.doc = doc;
        self
    }
}

/// What a call does to the server, and so whether it may be repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing changes: repeating the call is safe.
    Read,
    /// The server's state changes: repeating the call may do the thing twice.
    Write,
    /// A session starts or ends.
    Session,
}

impl Effect {
    /// `read`, `write` or `session`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Session => "session",
        }
    }
}

impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a part of the caller's credentials travels with a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identity {
    /// Not at all.
    None,
    /// Sent, not hashed.
    Sent,
    /// Sent, and hashed at this place (counted from 1).
    Hashed(u16),
    /// Sent, and hashed at this place unless it is exactly this name.
    HashedUnless(u16, &'static str),
    /// As a field of the endpoint. If the field has no value, the credentials' part is sent in its place, if they have
    /// one.
    Field,
    /// As [`Field`](Self::Field), unless the parameter of this name has a value: one of the two is required.
    FieldOr(&'static str),
}

impl Identity {
    /// Whether it comes from the credentials alone: the endpoint has no field for it.
    #[must_use]
    pub const fn is_from_credentials(self) -> bool {
        matches!(self, Self::Sent | Self::Hashed(_) | Self::HashedUnless(..))
    }
}

/// One ingredient of the hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HashSlot {
    /// The caller's username, `u`.
    Caller,
    /// The caller's password, `p`.
    Password,
    /// The parameter at this index of [`Spec::params`].
    Param(usize),
    /// The parameter at the first index, unless the one at the second has a value: servers know it by different names
    /// and hash it once.
    ParamUnless(usize, usize),
}
