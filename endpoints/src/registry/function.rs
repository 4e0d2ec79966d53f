//! A function of which only the name is known.

use core::any::Any;
use core::fmt::Debug;

use mor_api::{
    AnswerError, CallOptions, Credentials, Endpoint, Explanation, Fault, InvalidRequest, Params, Payload,
    PreparedRequest, Refusal, Refused, RequestError, Response, Server, Spec, Unknown,
};

use super::response::{Answer, AnyResponse};
use super::rows::AnyRows;

/// Where parameters of a request come from as texts: asked for each by its wire name.
pub type Texts<'t> = dyn FnMut(&'static str) -> Option<String> + 't;

/// One function of the API behind its name: what a command line or a test needs when it does not know the
/// endpoint's type.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    spec: &'static Spec,
    fault_texts: &'static [&'static str],
    is_documented: fn(&Refusal) -> bool,
    read: fn(&mut Texts<'_>) -> Result<Box<dyn Request>, InvalidRequest>,
    decode: Decode,
    rows: Option<AnyRows>,
    group: &'static str,
    type_name: &'static str,
}

/// Decodes an answer, see [`Response::read`].
type Decode = fn(Payload<'_>, Option<&mut Vec<Unknown>>) -> Result<Box<dyn Answer>, AnswerError>;

/// An endpoint with its values. What is done with it is compiled once, not once for each of its kind.
trait Request: Params + Debug {
    fn check(&self) -> Result<(), InvalidRequest>;

    fn check_response(&self, response: &dyn Any) -> Result<(), AnswerError>;
}

impl<E: Endpoint<Response: 'static> + Debug> Request for E {
    fn check(&self) -> Result<(), InvalidRequest> {
        Endpoint::check(self)
    }

    fn check_response(&self, response: &dyn Any) -> Result<(), AnswerError> {
        response.downcast_ref().map_or(Ok(()), |response| Endpoint::check_response(self, response))
    }
}

// Functions, not closures: each closure brings another function that calls it.

fn is_documented<F: Fault>(refusal: &Refusal) -> bool {
    Refused::<F>::from_refusal(refusal).other().is_none()
}

fn read<E: Endpoint<Response: 'static> + Debug + 'static>(
    texts: &mut Texts<'_>,
) -> Result<Box<dyn Request>, InvalidRequest> {
    match E::from_texts(texts) {
        Ok(endpoint) => Ok(Box::new(endpoint)),
        Err(invalid) => Err(invalid),
    }
}

fn decode<R: Response + Answer + 'static>(
    body: Payload<'_>,
    unknown: Option<&mut Vec<Unknown>>,
) -> Result<Box<dyn Answer>, AnswerError> {
    match R::read(body, unknown) {
        Ok(response) => Ok(Box::new(response)),
        Err(error) => Err(error),
    }
}

impl Function {
    pub(super) const fn of<E: Endpoint<Response: Answer + 'static> + Debug + 'static>(
        group: &'static str,
        type_name: &'static str,
        rows: Option<AnyRows>,
    ) -> Self {
        Self {
            spec: E::SPEC,
            fault_texts: E::Fault::TEXTS,
            is_documented: is_documented::<E::Fault>,
            read: read::<E>,
            decode: decode::<E::Response>,
            rows,
            group,
            type_name,
        }
    }

    /// The function and its parameters.
    #[must_use]
    #[inline]
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// The name of the endpoint's type, with its group: `lcr::LcrCreate`.
    #[must_use]
    #[inline]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// The module of the endpoint's type: the subject it belongs to, such as `autodialer` or `payment`.
    #[must_use]
    #[inline]
    pub fn group(&self) -> &'static str {
        self.group
    }

    /// Reads the rows of its responses one by one, if they have a main list ([`Listing`](mor_api::Listing)).
    #[must_use]
    #[inline]
    pub fn rows(&self) -> Option<AnyRows> {
        self.rows
    }

    /// The refusals it documents beside the common ones.
    #[must_use]
    #[inline]
    pub fn fault_texts(&self) -> &'static [&'static str] {
        self.fault_texts
    }

    /// Whether a refusal is one that the function, or every function, documents.
    #[must_use]
    #[inline]
    pub fn documents(&self, refusal: &Refusal) -> bool {
        (self.is_documented)(refusal)
    }

    /// Builds, signs and encodes a request from texts.
    #[inline]
    pub fn prepare(
        &self,
        server: &Server,
        credentials: &Credentials,
        options: &CallOptions,
        texts: &mut Texts<'_>,
    ) -> Result<PreparedRequest, RequestError> {
        server.prepare_described(self.spec, &*self.checked(texts)?, credentials, options)
    }

    /// Explains the request that [`Function::prepare`] would make.
    #[inline]
    pub fn explain(
        &self,
        server: &Server,
        credentials: &Credentials,
        options: &CallOptions,
        texts: &mut Texts<'_>,
    ) -> Result<Explanation, RequestError> {
        server.explain_described(self.spec, &*self.checked(texts)?, credentials, options)
    }

    /// Decodes an answer and reports the elements that no field takes.
    #[inline]
    pub fn check_answer(&self, body: Payload<'_>) -> Result<Vec<Unknown>, AnswerError> {
        let mut unknown = Vec::new();
        (self.decode)(body, Some(&mut unknown)).map(|_| unknown)
    }

    /// What `Debug` shows of the endpoint that these texts make. Secrets are masked.
    #[inline]
    pub fn debug_request(&self, texts: &mut Texts<'_>) -> Result<String, RequestError> {
        self.request(texts).map(|request| format!("{request:?}"))
    }

    /// Decodes an answer and says what `Debug` shows of it. Secrets are masked.
    #[inline]
    pub fn debug_answer(&self, body: Payload<'_>) -> Result<String, AnswerError> {
        (self.decode)(body, None).map(|answer| format!("{answer:?}"))
    }

    /// Decodes an answer.
    #[inline]
    pub fn decode(&self, body: Payload<'_>) -> Result<AnyResponse, AnswerError> {
        (self.decode)(body, None).map(AnyResponse)
    }

    /// Decodes the answer to the request that these texts make, see [`Endpoint::check_response`].
    #[inline]
    pub fn decode_for(&self, texts: &mut Texts<'_>, body: Payload<'_>) -> Result<AnyResponse, AnswerError> {
        let answer = (self.decode)(body, None)?;
        if let Ok(request) = (self.read)(texts) {
            request.check_response(&*answer)?;
        }
        Ok(AnyResponse(answer))
    }

    #[inline]
    fn request(&self, texts: &mut Texts<'_>) -> Result<Box<dyn Request>, RequestError> {
        (self.read)(texts).map_err(|invalid| RequestError::invalid(self.spec, invalid))
    }

    /// A request that is not refused before it is sent.
    #[inline]
    fn checked(&self, texts: &mut Texts<'_>) -> Result<Box<dyn Request>, RequestError> {
        let request = self.request(texts)?;
        request.check().map_err(|invalid| RequestError::invalid(self.spec, invalid))?;
        Ok(request)
    }
}
