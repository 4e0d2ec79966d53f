//! Functions by name: found, explained, called and their answers decoded, without knowing their types.

use http::{HeaderMap, StatusCode};
use mor_api::{
    AnswerError, Endpoint, Error, ErrorKind, Explanation, Outcome, PreparedRequest, Redactor, Refusal,
    RequestError, Spec, Unexpected, classify, to_utf8,
};
use mor_endpoints::Function;
use serde_json::Value;

use crate::config::Connection;
use crate::exit::{self, Exit, Failure, Result};
use crate::params::{self, Request};
use crate::suggest;

/// An answer as it came. Among its extensions is the [`Redactor`] of the request.
pub(crate) type Answer = http::Response<Vec<u8>>;

/// The function of this name, or what may have been meant.
pub(crate) fn find(name: &str) -> Result<&'static Function> {
    mor_endpoints::find(name).ok_or_else(|| {
        if mor_endpoints::undeclared().contains(&name) {
            let problem = "is a function of MOR that is not declared: its parameters are not documented";
            return Failure::usage(format!("`{name}` {problem}"))
                .hint(format!("{} reaches it", raw_example(name)));
        }
        let names =
            mor_endpoints::all().iter().flat_map(|spec| spec.aliases.iter().copied().chain([spec.function]));
        let names = names.chain(mor_endpoints::undeclared().iter().copied());
        let similar = suggest::did_you_mean(name, names);
        Failure::usage(format!("`{name}` is no function of the API{similar}"))
            .hint("mor functions lists them all; mor call --raw reaches functions that nobody has declared")
    })
}

/// How to call a function that is not declared.
pub(crate) fn raw_example(name: &str) -> String {
    format!("mor call --raw {name} NAME=VALUE... --hash NAME,...")
}

/// What is wrong with a request, and which words its choices take.
pub(crate) fn request_failure(spec: &Spec, request: &Request, error: RequestError) -> Failure {
    params::choice_hints(spec, request).into_iter().fold(Failure::from(error), Failure::hint)
}

/// The request as it would be sent over a connection.
pub(crate) fn prepare(
    function: &Function,
    request: &Request,
    connection: &Connection,
) -> Result<PreparedRequest> {
    let mut credentials = connection.client.credentials().clone();
    if let Some(password) = &request.password {
        credentials = credentials.with_password(password.clone());
    }
    function
        .prepare(connection.client.server(), &credentials, &request.options, &mut request.texts())
        .map_err(|error| request_failure(function.spec(), request, error))
}

/// The explanation of a request, without a connection.
pub(crate) fn explain(
    function: &Function,
    request: &Request,
    globals: &crate::cli::Globals,
) -> Result<Explanation> {
    let offline = crate::config::offline(globals, request.wants(function.spec()))?;
    let mut credentials = offline.credentials;
    if let Some(password) = &request.password {
        credentials = credentials.with_password(password.clone());
    }
    function
        .explain(&offline.server, &credentials, &request.options, &mut request.texts())
        .map_err(|error| request_failure(function.spec(), request, error))
}

/// Sends a request.
pub(crate) async fn send(connection: &Connection, request: PreparedRequest) -> Result<Answer> {
    let (spec, redactor) = (request.spec(), request.redactor());
    let sent = connection.client.send_prepared(request).await;
    let mut answer = sent.map_err(|error| Failure::transport(spec, &error))?;
    answer.extensions_mut().insert(redactor);
    Ok(answer)
}

/// What is wrong with an answer, without the secrets of the request that the server may have repeated.
pub(crate) fn redacted(answer: &Answer, error: AnswerError) -> AnswerError {
    match answer.extensions().get::<Redactor>() {
        Some(redactor) => redactor.answer(error),
        None => error,
    }
}

/// Decodes an answer exactly as the client would.
pub(crate) fn decode(function: &Function, answer: &Answer) -> Result<Value> {
    decode_parts(function, answer.status(), answer.headers(), answer.body())
        .map_err(|error| answer_failure(function.spec(), &redacted(answer, error)))
}

/// Decodes a body that was saved without status and headers.
pub(crate) fn decode_saved(function: &Function, body: &[u8]) -> Result<Value> {
    decode_parts(function, StatusCode::OK, &HeaderMap::new(), body)
        .map_err(|error| Failure::answer(function.spec().function, &error))
}

fn decode_parts(
    function: &Function,
    status: StatusCode,
    headers: &HeaderMap,
    body: &[u8],
) -> std::result::Result<Value, AnswerError> {
    classify(status, headers, &to_utf8(body)).and_then(|body| function.to_json(body))
}

/// What an answer that is no response means for the caller.
pub(crate) fn answer_failure(spec: &Spec, error: &AnswerError) -> Failure {
    let failure = Failure::answer(spec.function, error);
    let failure = match error {
        AnswerError::Unexpected(Unexpected::Html | Unexpected::Redirect(_) | Unexpected::Status(404)) => {
            failure.hint("mor doctor checks the URL and tells what answers there")
        }
        _ => failure,
    };
    failure.of_outcome(Outcome::of_answer(spec, error))
}

/// What the failure of a typed call means for the caller.
pub(crate) fn call_failure<E: Endpoint>(error: &Error<E::Fault>) -> Failure {
    match error.kind() {
        ErrorKind::Request(error) => Failure::usage(error.to_string()),
        ErrorKind::Transport(error) => Failure::transport(E::SPEC, error),
        ErrorKind::Refused(fault) => Failure::refused(E::SPEC.function, &Refusal::new("", fault.to_string())),
        ErrorKind::Unexpected(unexpected) => {
            answer_failure(E::SPEC, &AnswerError::Unexpected(unexpected.clone()))
        }
        _ => Failure::new(Exit::Answer, exit::chain(error)),
    }
}
