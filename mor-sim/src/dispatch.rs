//! The way of a request through the server: scripted rule, caller, switches, hash, function.

use crate::{
    answer::Answer,
    caller::Caller,
    catalog::{self, Effect as FunctionEffect, Function},
    fault::{Delivery, Effect, Fault},
    functions::{self, Call, Done, sample},
    gate::Gate,
    hash::{self, NotChecked, Verdict},
    ledger::Change,
    params::Params,
    redact::Scrubber,
    request::{Outcome, Request},
    rules::{Action, Responder},
    world::World,
    zip,
};

/// What becomes of a request.
pub(crate) struct Reply {
    pub(crate) answer: Answer,
    pub(crate) delivery: Delivery,
    /// Place in the ledger of what was executed.
    pub(crate) entry: Option<u64>,
    /// Whether it is the answer of the function, and all of it.
    pub(crate) is_whole: bool,
}

impl Reply {
    /// An answer to something that was not executed.
    pub(crate) fn only(answer: Answer) -> Self {
        Self { answer, delivery: Delivery::Whole, entry: None, is_whole: true }
    }
}

/// Answers a request and records it.
pub(crate) fn handle(world: &mut World, mut request: Request, action: Option<Action>) -> Reply {
    let (mut reply, verdict) = act(world, &request, action);
    let params = request.raw.params();
    reply.answer = reply.answer.typed(&world.settings, params.get("test") == Some("1"));
    request.verdict = verdict;
    request.outcome = Outcome::of(&reply.answer);
    if let Some(recorder) = &mut world.recorder {
        recorder.record(&Scrubber::new(&world.accounts), &request.function, &params, &reply);
    }
    world.requests.push(request);
    reply
}

fn act(world: &mut World, request: &Request, action: Option<Action>) -> (Reply, Verdict) {
    let scripted = |answer| (Reply::only(answer), Verdict::NotChecked(NotChecked::Scripted));
    let (fault, script) = match action {
        Some(Action::Respond(answer)) => return scripted(answer),
        Some(Action::Fail(fault)) => match fault.effect() {
            Effect::Replace(answer) => return scripted(answer),
            Effect::Drop(silence) => {
                let (mut reply, verdict) = scripted(Answer::text(""));
                reply.delivery = Delivery::Never(silence);
                return (reply, verdict);
            }
            Effect::Damage => (Some(fault), Script::None),
        },
        Some(Action::Sample(number)) => (None, Script::Sample(number)),
        Some(Action::RespondWith(responder)) => (None, Script::Responder(responder)),
        None => (None, Script::None),
    };
    if let (Script::None, Some(answer)) = (&script, replayed(world, request)) {
        return (damaged(fault.as_ref(), answer, None), Verdict::NotChecked(NotChecked::Scripted));
    }
    let (answer, entry, verdict) = execute(world, request, &script);
    (damaged(fault.as_ref(), answer, entry), verdict)
}

fn replayed(world: &mut World, request: &Request) -> Option<Answer> {
    let World { replay, accounts, .. } = world;
    replay.answer(&Scrubber::new(accounts), &request.function, &request.raw.params())
}

fn damaged(fault: Option<&Fault>, answer: Answer, entry: Option<u64>) -> Reply {
    let Some(fault) = fault else {
        return Reply { entry, ..Reply::only(answer) };
    };
    let (answer, delivery) = fault.damage(answer);
    Reply { answer, delivery, entry, is_whole: fault.delivers() }
}

/// What stands in for the function, behind the checks.
enum Script {
    None,
    Sample(usize),
    Responder(Responder),
}

/// Checks a request, runs the function, and enters into the books and the ledger what it did.
fn execute(world: &mut World, request: &Request, script: &Script) -> (Answer, Option<u64>, Verdict) {
    let refusal = |message| Answer::error("status/error", message);
    let Some(function) = catalog::find(&request.function) else {
        return (refusal("There is no such API"), None, Verdict::NotChecked(NotChecked::NoFunction));
    };
    let World { settings, accounts, campaigns, books, .. } = world;
    let mut params = request.raw.params();
    let caller = Caller::find(function, &params, accounts);
    let gate = Gate { function, caller, accounts, settings };
    if let Some(message) = gate.disabled(&request.method) {
        return (refusal(message), None, Verdict::NotChecked(NotChecked::Disabled));
    }

    let input = hash::input(function, &params);
    let dropped = input.dropped.clone();
    let verdict = gate.check_hash(input, &params);
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
        books,
        files: &request.files,
        dropped: &dropped,
    };
    let Done { answer, change } = match script {
        Script::Sample(number) => sample::numbered(function, *number),
        Script::Responder(responder) => scripted(responder.answer(request)),
        Script::None => functions::run(&call, campaigns),
    };
    let change = change.filter(|_| function.effect == FunctionEffect::Write);
    let entry = change.map(|change| {
        world.books.apply(&change, &params, &mut world.accounts);
        enter(world, request, &params, change)
    });
    (zipped_if_due(function, &params, answer), entry, verdict)
}

/// A test that makes the answer itself says by it whether its function did anything: not if it is an error.
fn scripted(answer: Answer) -> Done {
    let is_success = answer.status == 200 && answer.message().is_none();
    Done { change: is_success.then_some(Change::Sample), answer }
}

fn enter(world: &mut World, request: &Request, params: &Params, change: Change) -> u64 {
    let scrubber = Scrubber::new(&world.accounts);
    let sent = params.iter().filter(|(name, _)| *name != "hash");
    let parameters = scrubber.pairs(&request.function, sent);
    world.ledger.enter(request.number, &request.function, parameters, change)
}

/// `tariff_rates_get` sends its answers, good or bad, in an archive.
fn zipped_if_due(function: &Function, params: &Params, answer: Answer) -> Answer {
    let is_xml = answer.content_type.is_none();
    if function.name == "tariff_rates_get" && params.get("test") != Some("1") && is_xml {
        zip::tariff(&answer.body)
    } else {
        answer
    }
}
