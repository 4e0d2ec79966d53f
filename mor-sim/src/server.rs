//! The HTTP side: one handler for all paths, but for the page for people.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Request, State},
    http::Response,
};
use tokio::net::TcpListener;

use crate::{
    answer::Answer,
    dispatch,
    fault::Delivery,
    hash::{NotChecked, Verdict},
    intake, page,
    request::{Outcome, Request as Record},
    response::response,
    world::World,
};

/// Serves until the runtime ends.
pub(crate) async fn serve(listener: TcpListener, world: Arc<Mutex<World>>) {
    // The body's length is limited where it is read.
    let router = Router::new().fallback(handle).layer(DefaultBodyLimit::disable()).with_state(world);
    // `axum::serve` goes on after errors of single connections and never returns one of its own.
    let _ = axum::serve(listener, router).await;
}

async fn handle(State(world): State<Arc<Mutex<World>>>, request: Request) -> Response<Body> {
    if let Some(page) = page::response(&world, request.method(), request.uri()) {
        return page;
    }
    let (record, problem) = intake::read(request).await;
    let (answer, delivery) = answer(&world, record, problem);
    if let Delivery::After(time) = delivery {
        tokio::time::sleep(time).await;
    }
    response(answer, delivery)
}

fn answer(world: &Mutex<World>, mut record: Record, problem: Option<Answer>) -> (Answer, Delivery) {
    let mut world = World::lock(world);
    if let Some(problem) = problem {
        record.outcome = Outcome::of(&problem);
        world.requests.push(record);
        return (problem, Delivery::Whole);
    }
    let is_api = !record.function.is_empty() && matches!(record.method.as_str(), "GET" | "HEAD" | "POST");
    if !is_api {
        record.verdict = Verdict::NotChecked(NotChecked::NoFunction);
        let answer = Answer::html("404", "Not Found").with_status(404);
        record.outcome = Outcome::of(&answer);
        world.requests.push(record);
        return (answer, Delivery::Whole);
    }
    dispatch::handle(&mut world, record)
}
