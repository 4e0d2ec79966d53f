//! The HTTP side: one handler for all paths, but for the page for people.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, DefaultBodyLimit, Request, State},
    http::Response,
};

use super::{
    answer::Answer,
    connection::{Break, Handle},
    port::{Port, PortCommand, PortControl},
    read,
    receipt::Receipt,
    request::{Outcome, Request as Record},
    response::response,
};
use crate::{
    dispatch::{self, Handled},
    hash::{NotChecked, Verdict},
    page,
    redact::Scrubber,
    remark,
    script::{Action, Delivery, Intervention, Silence},
    state::ServerState,
};

/// What every request needs.
#[derive(Debug, Clone)]
pub(crate) struct Shared {
    pub(crate) state: Arc<Mutex<ServerState>>,
    pub(crate) control: PortControl,
}

/// Serves until the runtime ends.
pub(crate) async fn serve(port: Port, shared: Shared) {
    // The body's length is limited where it is read.
    let router = Router::new().fallback(handle).layer(DefaultBodyLimit::disable()).with_state(shared);
    // `axum::serve` goes on after errors of single connections and never returns one of its own.
    let _ = axum::serve(port, router.into_make_service_with_connect_info::<Handle>()).await;
}

async fn handle(
    State(shared): State<Shared>,
    ConnectInfo(connection): ConnectInfo<Handle>,
    request: Request,
) -> Response<Body> {
    if let Some(page) = page::response(&shared.state, request.method(), request.uri()) {
        return page;
    }
    let (parts, body) = request.into_parts();
    let (mut record, action) = {
        let mut state = ServerState::lock(&shared.state);
        let number = state.count();
        let mut record = read::head(&parts, number, &state.functions);
        let action = state.plan(&record.function);
        if let Some(Action::Fail(fault)) = &action {
            record.fault = Some(fault.clone());
        }
        (record, action)
    };
    let problem =
        if is_read(action.as_ref()) { read::body(&mut record, parts, body).await.err() } else { None };
    let reply = answer(&shared.state, record, action, problem);
    deliver(reply, &connection, &shared).await
}

/// A refused request is not read any further.
fn is_read(action: Option<&Action>) -> bool {
    match action {
        Some(Action::Fail(fault)) => !matches!(fault.intervention(), Intervention::Drop(Silence::Close)),
        _ => true,
    }
}

fn answer(
    state: &Mutex<ServerState>,
    mut record: Record,
    action: Option<Action>,
    problem: Option<Answer>,
) -> Handled {
    let mut state = ServerState::lock(state);
    record.scrub(&Scrubber::new(&state.accounts));
    record.remarks = remark::find(&record, &state);
    let is_taken = matches!(record.method.as_str(), "GET" | "HEAD" | "POST");
    let answer = match problem {
        Some(problem) => problem,
        None if is_taken && !record.function.is_empty() => {
            return dispatch::handle(&mut state, record, action);
        }
        None => {
            let reason = if is_taken { NotChecked::NoFunction } else { NotChecked::Method };
            record.verdict = Verdict::NotChecked(reason);
            Answer::html("404", "Not Found").with_status(404)
        }
    };
    record.outcome = Outcome::of(&answer);
    state.requests.push(record);
    Handled::only(answer)
}

/// Sends the answer, or ends the connection. If the client hangs up meanwhile, this is dropped, and the receipt with it.
async fn deliver(reply: Handled, connection: &Handle, shared: &Shared) -> Response<Body> {
    let Handled { answer, delivery, entry, is_whole } = reply;
    let receipt = Receipt::new(Arc::clone(&shared.state), entry);
    match delivery {
        Delivery::Never(Silence::Hang) => std::future::pending().await,
        Delivery::Never(Silence::Close) => connection.break_off(Break::Close),
        Delivery::Never(Silence::Reset) => connection.break_off(Break::Reset),
        Delivery::Never(Silence::GoDown(time)) => {
            connection.break_off(Break::Reset);
            let _ = shared.control.send(PortCommand::Close { time: Some(time), done: None });
        }
        Delivery::After(time) => tokio::time::sleep(time).await,
        Delivery::Whole | Delivery::CutAfter(_) | Delivery::Drip { .. } => {}
    }
    response(answer, delivery, is_whole.then_some(receipt))
}
