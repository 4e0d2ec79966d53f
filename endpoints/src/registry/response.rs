//! A response of which only the function's name is known.

use core::any::Any;
use core::fmt::Debug;

use mor_api::Response;

use super::serializable::Serializable;

/// A response.
pub(super) trait Answer: Any + Debug + Serializable {
    fn partial(&self) -> Option<String>;
}

impl<R: Response + Debug + Serializable + 'static> Answer for R {
    fn partial(&self) -> Option<String> {
        Response::partial(self)
    }
}

/// A response to a function of which only the name is known.
#[derive(Debug)]
pub struct AnyResponse(pub(super) Box<dyn Answer>);

impl AnyResponse {
    /// What of the request was not carried out, see [`Response::partial`].
    #[must_use]
    pub fn partial(&self) -> Option<String> {
        self.0.partial()
    }
}

/// Serializes as the response itself. Secrets are masked, unless [`Exposed`](mor_api::Exposed) shows them.
#[cfg(feature = "serde")]
impl serde::Serialize for AnyResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(&*self.0, serializer)
    }
}
