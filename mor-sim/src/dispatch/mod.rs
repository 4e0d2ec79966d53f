//! The way of a request through the server: scripted rule, caller, switches, hash, function.

mod access;
mod caller;

pub(crate) use caller::Caller;

use access::AccessCheck;

use crate::{
    catalog::{self, Effect, Function},
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
    if let Some(recorder) = &mut state.recorder {
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
    let refusal = |message| Answer::error("status/error", message);
    let Some(function) = catalog::find(&request.function) else {
        return (refusal("There is no such API"), None, Verdict::NotChecked(NotChecked::NoFunction));
    };
    let ServerState { settings, accounts, campaigns, payments, messages, .. } = state;
    let mut params = request.raw.params();
    let caller = Caller::find(function, &params, accounts);
    let access = AccessCheck { function, caller, accounts, settings };
    if let Some(message) = access.disabled(&request.method) {
        return (refusal(message), None, Verdict::NotChecked(NotChecked::Disabled));
    }

    let input = hash::input(function, &params);
    let dropped = input.dropped.clone();
    let verdict = access.check_hash(input, &params);
    params.forget(&dropped);
    if verdict.is_refused() {
        return (refusal("Incorrect hash"), None, verdict);
    }

    let call = Call {
        function,
        params: &params,
        caller,
        accounts,
        settings,
        payments,
        messages: *messages,
        files: &request.files,
        dropped: &dropped,
    };
    let Done { answer, change } = match script {
        Script::Sample(number) => sample::numbered(function, *number),
        Script::Responder(responder) => scripted(responder.answer(request)),
        Script::None => functions::run(&call, campaigns),
    };
    let change = change.filter(|_| function.effect == Effect::Write);
    let entry = change.map(|change| {
        state.apply(&change, &params);
        enter(state, request, &params, change)
    });
    (zipped_if_due(function, &params, answer), entry, verdict)
}

/// A test that makes the answer itself says by it whether its function did anything: not if it is an error.
fn scripted(answer: Answer) -> Done {
    let is_success = answer.status == 200 && answer.message().is_none();
    Done { change: is_success.then_some(Change::Sample), answer }
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
