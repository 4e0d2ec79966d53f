//! Stage 1 of a request: values that can travel as a parameter.
//!
//! A value knows two texts of itself: the *wire form*, which is sent, and the *hashed form*, which goes
//! into the hash. They are nearly always the same. They differ where the server looks at a value's
//! content before hashing it: `s_user=all` is sent but not hashed, `s_user=5` is both.

pub(crate) mod field;
mod impls;
mod set;
pub(crate) mod texts;

use core::fmt::{self, Write};

use self::field::ParamField;
pub use self::set::ParamSet;
use self::texts::TextTarget;
use crate::{Kind, Upload};

/// A type that can be a field of an endpoint.
///
/// ```
/// use core::fmt::{self, Write};
/// use mor_api::{Kind, Param};
///
/// /// Calls of one user, or of all of them.
/// enum UserFilter {
///     All,
///     User(u64),
/// }
///
/// impl Param for UserFilter {
///     const KIND: Kind = Kind::Text;
///
///     fn wire(&self, out: &mut dyn Write) -> fmt::Result {
///         match self {
///             Self::All => out.write_str("all"),
///             Self::User(id) => id.wire(out),
///         }
///     }
///
///     /// The server drops `all` before it computes the hash.
///     fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
///         match self {
///             Self::All => Ok(()),
///             Self::User(id) => id.hashed(out),
///         }
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a parameter: it does not implement `mor_api::Param`",
    label = "not a parameter type",
    note = "use a number, `bool`, `String`, `Decimal`, a jiff date, an id made with `mor_api::id!` or an enum with `#[derive(WireEnum)]`, or implement `mor_api::Param`",
    note = "an optional parameter is written `Option<T>` in full: the derive does not see through type aliases"
)]
pub trait Param {
    /// What the text looks like.
    const KIND: Kind;

    /// Writes the text that is sent, before any percent-encoding.
    fn wire(&self, out: &mut dyn Write) -> fmt::Result;

    /// Writes the text that goes into the hash; the wire form unless the type says otherwise.
    fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
        self.wire(out)
    }

    /// The file, if the value is one: then it is not written into a form, but sent as a part of its own.
    fn upload(&self) -> Option<&Upload> {
        None
    }

    /// Reads a value that somebody wrote in the wire form: on a command line, in a table. `None` when the
    /// text is not of that form; a type that says nothing else reads nothing.
    #[must_use]
    fn read(text: &str) -> Option<Self>
    where
        Self: Sized,
    {
        let _ = text;
        None
    }

    // What generated code does with fields. As functions of this trait, a type that is none is one error, not three.

    #[doc(hidden)]
    fn field(&self) -> &dyn ParamField
    where
        Self: Sized,
    {
        self
    }

    #[doc(hidden)]
    fn optional_field(field: &Option<Self>) -> &dyn ParamField
    where
        Self: Sized,
    {
        field
    }

    #[doc(hidden)]
    fn target(value: &mut Option<Self>) -> &mut dyn TextTarget
    where
        Self: Sized,
    {
        value
    }
}

/// A [`Param`] behind a pointer, so that signing and encoding are compiled once, not once per endpoint.
///
/// Every `Param` is one; there is no reason to implement it by hand.
pub trait ParamValue {
    /// See [`Param::KIND`].
    fn kind(&self) -> Kind;
    /// See [`Param::wire`].
    fn wire(&self, out: &mut dyn Write) -> fmt::Result;
    /// See [`Param::hashed`].
    fn hashed(&self, out: &mut dyn Write) -> fmt::Result;
    /// See [`Param::upload`].
    fn upload(&self) -> Option<&Upload>;
}

impl<T: Param> ParamValue for T {
    fn kind(&self) -> Kind {
        T::KIND
    }

    fn wire(&self, out: &mut dyn Write) -> fmt::Result {
        Param::wire(self, out)
    }

    fn hashed(&self, out: &mut dyn Write) -> fmt::Result {
        Param::hashed(self, out)
    }

    fn upload(&self) -> Option<&Upload> {
        Param::upload(self)
    }
}

/// The values of a request, by their position in [`Spec::params`](crate::Spec::params).
///
/// `#[derive(Endpoint)]` writes it. `None` means that the parameter is neither sent nor hashed.
pub trait Params {
    /// The value of the parameter at `index`, or `None` when it is left out or there is no such index.
    fn value(&self, index: usize) -> Option<&dyn ParamValue>;
}

impl<P: Params> Params for &P {
    fn value(&self, index: usize) -> Option<&dyn ParamValue> {
        P::value(self, index)
    }
}
