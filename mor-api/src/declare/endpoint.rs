//! The trait that stands for one function of the API.

use crate::{AnswerError, Fault, InvalidRequest, Params, Response, Spec};

/// A function of the API with values for its parameters: a request that can be signed, encoded and sent,
/// and whose answer can be decoded.
///
/// Derive it:
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// use mor_api::{Endpoint, FromXml};
///
/// /// Version of the server's software.
/// #[derive(Debug, Clone, Endpoint)]
/// #[mor(function = "system_version_get", effect = read, response = Version)]
/// pub struct SystemVersionGet {}
///
/// #[derive(Debug, FromXml)]
/// #[mor(root = "page")]
/// pub struct Version {
///     pub version: String,
/// }
///
/// assert_eq!(SystemVersionGet::SPEC.function, "system_version_get");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an endpoint of the MOR API",
    label = "not an endpoint",
    note = "derive it: `#[derive(mor_api::Endpoint)] #[mor(function = \"...\", effect = read, response = ...)]`"
)]
pub trait Endpoint: Params {
    /// What the function answers when it succeeds.
    type Response: Response;

    /// The refusals the function documents.
    type Fault: Fault;

    /// The function and its parameters as data.
    const SPEC: &'static Spec;

    /// Builds a request from the wire forms of its parameters, asking for each by its wire name.
    ///
    /// This is for programs that get parameters as texts, such as a command line. A missing required
    /// parameter and a text that its type does not read are errors that name the parameter.
    fn from_texts(text: &mut dyn FnMut(&'static str) -> Option<String>) -> Result<Self, InvalidRequest>
    where
        Self: Sized,
    {
        let _ = text;
        Err(InvalidRequest::new("", "requests of this type cannot be built from texts"))
    }

    /// Refuses combinations of values that the server would not accept, before anything is sent.
    fn check(&self) -> Result<(), InvalidRequest> {
        Ok(())
    }

    /// Judges a response by the request, where only the request tells what the server's words mean. The client asks it;
    /// after [`decode_answer`](crate::decode_answer) the caller does.
    fn check_response(&self, response: &Self::Response) -> Result<(), AnswerError> {
        let _ = response;
        Ok(())
    }
}

/// A borrowed request is one, too: [`send_all`](crate::Client::send_all) takes a slice.
impl<E: Endpoint> Endpoint for &E {
    type Response = E::Response;
    type Fault = E::Fault;

    const SPEC: &'static Spec = E::SPEC;

    fn check(&self) -> Result<(), InvalidRequest> {
        E::check(self)
    }

    fn check_response(&self, response: &Self::Response) -> Result<(), AnswerError> {
        E::check_response(self, response)
    }
}
