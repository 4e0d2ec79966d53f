//! Functions by name: found, explained, called and their answers decoded, without knowing their types.

use mor_api::{
    AnswerError, Effect, Endpoint, Error, ErrorKind, Explanation, Outcome, PreparedRequest, Redactor,
    Refusal, RequestError, Spec, Unexpected, classify, to_utf8,
};
use mor_endpoints::{AnyResponse, Function};
use serde_json::Value;

use crate::callee::Callee;
use crate::config::Connection;
use crate::exit::{self, Exit, Failure, Result};
use crate::output::Sink;
use crate::params::{self, Request};
use crate::saved::Saved;
use crate::secrets::Secrets;
use crate::{message, runtime, suggest};

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
        let similar = suggest::function(name);
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

/// Sends a request whose answer will be written to `sink`: it is open already, so that nothing is changed for an answer
/// that cannot be written.
pub(crate) fn call(connection: &Connection, request: &PreparedRequest, sink: &mut Sink) -> Result<Answer> {
    let callee = Callee::of(request);
    sink.expect_answer_of(&callee)?;
    runtime::run(interrupted(&callee), send(connection, request))
}

/// What a signal during a call means.
fn interrupted(callee: &Callee<'_>) -> Failure {
    if callee.effect == Effect::Read {
        return runtime::harmless();
    }
    Failure::new(Exit::Unknown, format!("{}: interrupted", callee.name))
        .of_outcome(Outcome::Unknown(callee.advice))
}

async fn send(connection: &Connection, request: &PreparedRequest) -> Result<Answer> {
    let redactor = request.redactor();
    let sent = connection.client.send_prepared(request.clone()).await;
    let mut answer = sent.map_err(|error| Failure::transport(&Callee::of(request), &error))?;
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

/// A decoded answer.
pub(crate) struct Decoded {
    pub(crate) value: Value,
    /// Whether it is of the function's declared shape.
    pub(crate) is_response: bool,
    /// What of the request was not carried out.
    pub(crate) partial: Option<String>,
}

/// Decodes the answer to a request exactly as the client would.
pub(crate) fn decode(
    function: &Function,
    request: &Request,
    answer: &Answer,
    secrets: &Secrets,
) -> Result<Decoded> {
    let response = classify(answer.status(), answer.headers(), &to_utf8(answer.body()))
        .and_then(|body| function.decode_for(&mut request.texts(), body));
    decoded(response.map_err(|error| redacted(answer, error)), secrets)
        .map_err(|error| answer_failure(&function.spec().into(), &error))
}

/// Decodes an answer from a file.
pub(crate) fn decode_saved(function: &Function, saved: &Saved<'_>, secrets: &Secrets) -> Result<Decoded> {
    let response =
        classify(saved.status, &saved.headers, &to_utf8(saved.body)).and_then(|body| function.decode(body));
    let decoded =
        decoded(response, secrets).map_err(|error| Failure::answer(function.spec().function, &error));
    match decoded {
        Err(failure) if failure.exit == Exit::Answer && saved.is_web_page() => Err(failure.hint(
            "the file holds a web page, perhaps as a browser shows it: save what the server sends (curl -o FILE)",
        )),
        decoded => decoded,
    }
}

fn decoded(
    response: std::result::Result<AnyResponse, AnswerError>,
    secrets: &Secrets,
) -> std::result::Result<Decoded, AnswerError> {
    match response {
        Ok(response) => Ok(Decoded {
            value: secrets.json(&response),
            is_response: true,
            partial: response.partial().map(|partial| format!("partly done: {partial}")),
        }),
        Err(AnswerError::Partial(partial)) => Ok(Decoded {
            value: secrets.partial_json(&partial),
            is_response: false,
            partial: Some(partial.to_string()),
        }),
        Err(error) => Err(error),
    }
}

/// Warns that only a part of a request was carried out, if so. The failure that is returned comes after the answer.
pub(crate) fn warn_of_partial(callee: &Callee<'_>, partial: Option<&str>) -> Result<()> {
    let Some(partial) = partial else { return Ok(()) };
    message::warning(&format!("{}: {partial}", callee.name));
    if callee.effect != Effect::Read {
        message::hint(&callee.advice.to_string());
    }
    Err(Failure::silent(Exit::Partial))
}

/// What an answer that is no response means for the caller.
pub(crate) fn answer_failure(callee: &Callee<'_>, error: &AnswerError) -> Failure {
    let failure = Failure::answer(callee.name, error);
    let failure = match error {
        AnswerError::Unexpected(Unexpected::Html | Unexpected::Redirect(_) | Unexpected::Status(404)) => {
            failure.hint("mor doctor checks the URL and tells what answers there")
        }
        _ => failure,
    };
    let failure = match error {
        AnswerError::Unexpected(unexpected) => unexpected.advice().into_iter().fold(failure, Failure::hint),
        _ => failure,
    };
    failure.of_outcome(Outcome::of_answer(callee.effect, callee.advice, error))
}

/// What the failure of a typed call means for the caller.
pub(crate) fn call_failure<E: Endpoint>(error: &Error<E::Fault>) -> Failure {
    match error.kind() {
        ErrorKind::Request(error) => Failure::usage(error.to_string()),
        ErrorKind::Transport(error) => Failure::transport(&E::SPEC.into(), error),
        ErrorKind::Refused(refused) => {
            Failure::refused(E::SPEC.function, &Refusal::new("", refused.to_string()))
        }
        ErrorKind::Partial(_) => Failure::new(Exit::Partial, error.to_string()),
        ErrorKind::Unexpected(unexpected) => {
            answer_failure(&E::SPEC.into(), &AnswerError::Unexpected(unexpected.clone()))
        }
        _ => Failure::new(Exit::Answer, exit::chain(error)),
    }
}
