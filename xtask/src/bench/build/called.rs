//! What a program's crate has that calls every endpoint: code that prepares its request, and code that decodes its
//! answer and its refusals. The counterpart of the calls in the crate by serde, which knows no refusals.

use std::fmt::Write;

use super::sources::Subset;

const HEAD: &str = "\
use http::{HeaderMap, StatusCode};
use mor_api::{CallOptions, Credentials, Endpoint, Error, PreparedRequest, RequestError, Server};
";

pub(super) fn library(subset: &Subset<'_>) -> String {
    subset.endpoint_paths().fold(HEAD.to_owned(), |mut library, path| {
        let name = path.replace("::", "_");
        // Writing to a String cannot fail.
        let _ = write!(
            library,
            "
#[inline(never)]
#[allow(non_snake_case)]
pub fn write_{name}(
    request: &endpoints::{path},
    server: &Server,
    credentials: &Credentials,
    options: &CallOptions,
) -> Result<PreparedRequest, RequestError> {{
    server.prepare(request, credentials, options)
}}

#[inline(never)]
#[allow(non_snake_case)]
pub fn read_{name}(
    xml: &[u8],
) -> Result<<endpoints::{path} as Endpoint>::Response, Error<<endpoints::{path} as Endpoint>::Fault>> {{
    mor_api::decode_answer::<endpoints::{path}>(StatusCode::OK, &HeaderMap::new(), xml)
}}
"
        );
        library
    })
}
