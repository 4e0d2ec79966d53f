//! The way of a request through the server: scripted rule, caller, switches, hash, function.

use crate::{
    answer::Answer,
    caller::Caller,
    catalog::{self, Function},
    fault::Delivery,
    functions::{self, Call, sample},
    gate::Gate,
    hash::{self, NotChecked, Verdict},
    params::Params,
    request::{Outcome, Request},
    rules::{Action, Responder},
    world::World,
    zip,
};

/// Answers a request and records it.
pub(crate) fn handle(world: &mut World, mut request: Request) -> (Answer, Delivery) {
    let action = world.rules.next(&request.function);
    let (answer, delivery, verdict) = act(world, &request, action);
    let inline = request.params().get("test") == Some("1");
    request.verdict = verdict;
    request.outcome = Outcome::of(&answer);
    world.requests.push(request);
    (answer.typed(&world.settings, inline), delivery)
}

fn act(world: &mut World, request: &Request, action: Option<Action>) -> (Answer, Delivery, Verdict) {
    let scripted = |answer| (answer, Delivery::Whole, Verdict::NotChecked(NotChecked::Scripted));
    let (fault, script) = match action {
        Some(Action::Respond(answer)) => return scripted(answer),
        Some(Action::Fail(fault)) => match fault.replacement() {
            Some(answer) => return scripted(answer),
            None => (Some(fault), Script::None),
        },
        Some(Action::Sample(number)) => (None, Script::Sample(number)),
        Some(Action::RespondWith(responder)) => (None, Script::Responder(responder)),
        None => (None, Script::None),
    };
    let (answer, verdict) = answer(world, request, &script);
    let (answer, delivery) = match fault {
        Some(fault) => fault.damage(answer),
        None => (answer, Delivery::Whole),
    };
    (answer, delivery, verdict)
}

/// What stands in for the function, behind the checks.
enum Script {
    None,
    Sample(usize),
    Responder(Responder),
}

fn answer(world: &mut World, request: &Request, script: &Script) -> (Answer, Verdict) {
    let refusal = |message| Answer::error("status/error", message);
    let Some(function) = catalog::find(&request.function) else {
        return (refusal("There is no such API"), Verdict::NotChecked(NotChecked::NoFunction));
    };
    let World { settings, accounts, campaigns, .. } = world;
    let mut params = request.params();
    let caller = Caller::find(function, &params, accounts);
    let gate = Gate { function, caller, accounts, settings };
    if let Some(message) = gate.disabled(&request.method) {
        return (refusal(message), Verdict::NotChecked(NotChecked::Disabled));
    }

    let input = hash::input(function, &params);
    let dropped = input.dropped.clone();
    let verdict = gate.check_hash(input, &params);
    params.forget(&dropped);
    if verdict.is_refused() {
        return (refusal("Incorrect hash"), verdict);
    }

    let call = Call { function, params: &params, caller, accounts, settings, files: &request.files };
    let answer = match script {
        Script::Sample(number) => sample::numbered(function, *number),
        Script::Responder(responder) => responder.answer(request),
        Script::None => functions::run(&call, campaigns),
    };
    (zipped_if_due(function, &params, answer), verdict)
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
