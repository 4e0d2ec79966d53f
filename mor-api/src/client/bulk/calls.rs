//! The calls that are under way, and the requests that still wait for room.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::collections::BTreeSet;

use futures_util::stream::{FuturesUnordered, Stream};

#[cfg(feature = "rate-limit")]
use super::pace::Pace;
use super::{CallResult, Configure, SendAll};
use crate::Endpoint;
use crate::client::{Client, Transport};

type Running<'r, E> = Pin<Box<dyn Future<Output = (usize, CallResult<E>)> + Send + 'r>>;

pub(super) struct Calls<'r, E: Endpoint, I, T> {
    client: Client<T>,
    configure: Option<Configure<'r, E, T>>,
    concurrency: usize,
    #[cfg(feature = "rate-limit")]
    pace: Option<Pace>,
    /// None once it has ended, and when no more are to be started.
    requests: Option<I>,
    /// Taken from the iterator, not started.
    next: Option<E>,
    running: FuturesUnordered<Running<'r, E>>,
    /// The requests behind the running calls.
    open: BTreeSet<usize>,
    started: usize,
}

impl<'r, E, I, T> Calls<'r, E, I, T>
where
    E: Endpoint + Send + Sync + 'r,
    I: Iterator<Item = E>,
    T: Transport,
{
    pub(super) fn new(all: SendAll<'r, E, I, T>) -> Self {
        Self {
            client: all.client,
            configure: all.configure,
            concurrency: all.concurrency,
            #[cfg(feature = "rate-limit")]
            pace: all.pace,
            requests: Some(all.requests),
            next: None,
            running: FuturesUnordered::new(),
            open: BTreeSet::new(),
            started: 0,
        }
    }

    /// Starts what there is room for, then waits for a call to finish. No request behind the first `limit` is
    /// started.
    pub(super) fn poll_finished(
        &mut self,
        cx: &mut Context<'_>,
        limit: usize,
    ) -> Poll<Option<(usize, CallResult<E>)>> {
        self.start(cx, limit);
        match Pin::new(&mut self.running).poll_next(cx) {
            Poll::Ready(Some((index, outcome))) => {
                self.open.remove(&index);
                Poll::Ready(Some((index, outcome)))
            }
            Poll::Ready(None) if self.next.is_none() => Poll::Ready(None),
            // A request waits for its turn, which will wake the task.
            Poll::Ready(None) | Poll::Pending => Poll::Pending,
        }
    }

    fn start(&mut self, cx: &mut Context<'_>, limit: usize) {
        while self.running.len() < self.concurrency && self.started < limit {
            let Some(request) = self.take_next() else { return };
            #[cfg(feature = "rate-limit")]
            if self.pace.as_mut().is_some_and(|pace| pace.poll_turn(cx).is_pending()) {
                self.next = Some(request);
                return;
            }
            #[cfg(not(feature = "rate-limit"))]
            let _ = &cx;
            let index = self.started;
            self.started += 1;
            self.open.insert(index);
            self.running.push(self.call(index, request));
        }
    }

    /// The request that is to be started next. The iterator is not asked again once it has ended.
    fn take_next(&mut self) -> Option<E> {
        if let Some(waiting) = self.next.take() {
            return Some(waiting);
        }
        let request = self.requests.as_mut()?.next();
        if request.is_none() {
            self.requests = None;
        }
        request
    }

    fn call(&self, index: usize, request: E) -> Running<'r, E> {
        let client = self.client.clone();
        let configure = self.configure.clone();
        Box::pin(async move {
            let call = client.call(&request);
            let call = match &configure {
                Some(configure) => configure(call),
                None => call,
            };
            (index, call.send().await)
        })
    }

    pub(super) fn stop(&mut self) {
        self.requests = None;
        self.next = None;
    }

    /// How many results are still to come, at least and at most.
    pub(super) fn size_hint(&self) -> (usize, Option<usize>) {
        let here = self.running.len() + usize::from(self.next.is_some());
        let (least, most) = self.requests.as_ref().map_or((0, Some(0)), Iterator::size_hint);
        (least.saturating_add(here), most.and_then(|most| most.checked_add(here)))
    }
}

impl<E: Endpoint, I, T> Calls<'_, E, I, T> {
    pub(super) fn started(&self) -> usize {
        self.started
    }

    pub(super) fn open(&self) -> impl Iterator<Item = usize> + '_ {
        self.open.iter().copied()
    }
}
