//! The way of a request through the server: scripted rule, caller, switches, hash, function.

mod access;
mod caller;

pub(crate) use caller::Caller;

use std::sync::Arc;

use access::AccessCheck;

use crate::{
    catalog::{Effect, Function},
    functions::{self, Call, Done, sample},
    hash::{self, NotChecked, Verdict},
    http::{self, Answer, Outcome, Params, Request},
    redact::Scrubber,
    script::{Action, Delivery, Fault, Intervention, Responder},
    state::{Change, ServerState},
};

/// What becomes of a request.
pub(crate) struct Handled {
    pub(crate) answer: Answer,
    pub(crate) delivery: Delivery,
    /// Place in the ledger of what was executed.
    pub(crate) entry: Option<u64>,
    /// Whether it is the answer of the function, and all of it.
    pub(crate) is_whole: bool,
}

impl Handled {
    /// An answer to something that was not executed.
    pub(crate) fn only(answer: Answer) -> Self {
        Self { answer, delivery: Delivery::Whole, entry: None, is_whole: true }
    }
}

/// Answers a request and records it.
pub(crate) fn handle(state: &mut ServerState, mut request: Request, action: Option<Action>) -> Handled {
    let (mut reply, verdict) = act(state, &request, action);
    let params = request.raw.params();
    reply.answer = reply.answer.typed(&state.settings, params.get("test") == Some("1"));
    request.verdict = verdict;
    request.outcome = Outcome::of(&reply.answer);
    let is_known = state.functions.find(&request.function).is_some();
    if let Some(recorder) = state.recorder.as_mut().filter(|_| is_known) {
        recorder.record(&Scrubber::new(&state.accounts), &request.function, &params, &reply);
    }
    state.requests.push(request);
    reply
}

fn act(state: &mut ServerState, request: &Request, action: Option<Action>) -> (Handled, Verdict) {
    let scripted = |answer| (Handled::only(answer), Verdict::NotChecked(NotChecked::Scripted));
    let (fault, script) = match action {
        Some(Action::Respond(answer)) => return scripted(answer),
        Some(Action::Fail(fault)) => match fault.intervention() {
            Intervention::Replace(answer) => return scripted(answer),
            Intervention::Drop(silence) => {
                let (mut reply, verdict) = scripted(Answer::text(""));
                reply.delivery = Delivery::Never(silence);
                return (reply, verdict);
            }
            Intervention::Damage => (Some(fault), Script::None),
        },
        Some(Action::Sample(number)) => (None, Script::Sample(number)),
        Some(Action::RespondWith(responder)) => (None, Script::Responder(responder)),
        None => (None, Script::None),
    };
    if let (Script::None, Some(answer)) = (&script, replayed(state, request)) {
        return (damaged(fault.as_ref(), answer, None), Verdict::NotChecked(NotChecked::Scripted));
    }
    let (answer, entry, verdict) = execute(state, request, &script);
    (damaged(fault.as_ref(), answer, entry), verdict)
}

fn replayed(state: &mut ServerState, request: &Request) -> Option<Answer> {
    let ServerState { replay, accounts, .. } = state;
    replay.answer(&Scrubber::new(accounts), &request.function, &request.raw.params())
}

fn damaged(fault: Option<&Fault>, answer: Answer, entry: Option<u64>) -> Handled {
    let Some(fault) = fault else {
        return Handled { entry, ..Handled::only(answer) };
    };
    let (answer, delivery) = fault.damage(answer);
    Handled { answer, delivery, entry, is_whole: fault.delivers() }
}

/// What stands in for the function, behind the checks.
enum Script {
    None,
    Sample(usize),
    Responder(Responder),
}

/// Checks a request, runs the function, and records what it did in the state and in the ledger.
fn execute(state: &mut ServerState, request: &Request, script: &Script) -> (Answer, Option<u64>, Verdict) {
    let functions = Arc::clone(&state.functions);
    let Some(function) = functions.find(&request.function) else {
        return (refusal("There is no such API"), None, Verdict::NotChecked(NotChecked::NoFunction));
    };
    let mut params = request.raw.params();
    let (done, verdict) = run(state, function, request, &mut params, script);
    let Done { answer, executed } = done;
    let entry = executed.filter(|_| function.effect == Effect::Write).map(|(change, update)| {
        update(state);
        enter(state, request, &params, change)
    });
    (answer, entry, verdict)
}

/// The checks in the order of an X8 server, then the function or what stands in for it.
fn run(
    state: &ServerState,
    function: &Function,
    request: &Request,
    params: &mut Params,
    script: &Script,
) -> (Done, Verdict) {
    let ServerState { settings, accounts, .. } = state;
    let caller = Caller::find(function, params, accounts);
    let access = AccessCheck { function, caller, accounts, settings };
    if let Some(message) = access.disabled(&request.method) {
        return (refusal(message).into(), Verdict::NotChecked(NotChecked::Disabled));
    }
    let input = hash::input(function, params);
    let dropped = input.dropped.clone();
    let verdict = access.check_hash(input, params);
    params.forget(&dropped);
    if verdict.is_refused() {
        return (refusal("Incorrect hash").into(), verdict);
    }
    let call = Call { function, params, caller, state, files: &request.files, dropped: &dropped };
    let mut done = match script {
        Script::Sample(number) => sample::numbered(function, *number),
        Script::Responder(responder) => scripted(responder.answer(request)),
        Script::None => functions::run(&call),
    };
    done.answer = zipped_if_due(function, params, done.answer);
    (done, verdict)
}

/// The refusals that come before the function.
fn refusal(message: &str) -> Answer {
    Answer::error("status/error", message)
}

/// An answer made by the test: the function counts as executed unless the answer is an error.
fn scripted(answer: Answer) -> Done {
    let is_success = answer.status == 200 && answer.message().is_none();
    if is_success { Done::sample(answer) } else { answer.into() }
}

fn enter(state: &mut ServerState, request: &Request, params: &Params, change: Change) -> u64 {
    let scrubber = Scrubber::new(&state.accounts);
    let sent = params.iter().filter(|(name, _)| *name != "hash");
    let parameters = scrubber.pairs(&request.function, sent);
    state.ledger.enter(request.number, &request.function, parameters, change)
}

/// `tariff_rates_get` sends its answers, good or bad, in an archive.
fn zipped_if_due(function: &Function, params: &Params, answer: Answer) -> Answer {
    let is_xml = answer.content_type.is_none();
    if function.name == "tariff_rates_get" && params.get("test") != Some("1") && is_xml {
        http::tariff_archive(&answer.body)
    } else {
        answer
    }
}
