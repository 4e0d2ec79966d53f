//! The two orders in which results come.

use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::collections::VecDeque;

use futures_util::stream::Stream;

use super::CallResult;
use super::calls::Calls;
use crate::client::Transport;
use crate::client::http::HttpTransport;
use crate::{Endpoint, Error};

/// Results as their calls finish, each with the place of its request: a [`Stream`].
/// [`SendAll::as_finished`](super::SendAll::as_finished) makes it.
///
/// Calls make progress only while a result is waited for. A program that works long on each result should hand them
/// to another task, or calls that wait meanwhile may run into their timeout.
///
/// No result is lost when the future of [`next`](Self::next) is dropped. Dropping the stream starts no further
/// call and stops waiting for those that are under way, which does not stop the server from executing them:
/// [`unanswered`](Self::unanswered) says which they are, and [`stop`](Self::stop) is the way to wait for them.
#[must_use = "nothing is sent until a result is asked for"]
pub struct AsFinished<'r, E: Endpoint, I, T = HttpTransport> {
    calls: Calls<'r, E, I, T>,
}

/// Results in the order of their requests: a [`Stream`].
/// [`SendAll::in_order`](super::SendAll::in_order) makes it.
///
/// What [`AsFinished`] says of progress and of dropping holds here, too; results that came before their turn are
/// lost with the stream.
#[must_use = "nothing is sent until a result is asked for"]
pub struct InOrder<'r, E: Endpoint, I, T = HttpTransport> {
    calls: Calls<'r, E, I, T>,
    /// Results from the next one on, where they are there.
    finished: VecDeque<Option<CallResult<E>>>,
    handed_out: usize,
    /// How far calls may be ahead of the results.
    ahead: usize,
}

// Nothing in them is pinned; the calls have boxes of their own.
impl<E: Endpoint, I, T> Unpin for AsFinished<'_, E, I, T> {}
impl<E: Endpoint, I, T> Unpin for InOrder<'_, E, I, T> {}

impl<'r, E, I, T> AsFinished<'r, E, I, T>
where
    E: Endpoint + Send + Sync + 'r,
    I: Iterator<Item = E>,
    T: Transport,
{
    pub(super) fn new(calls: Calls<'r, E, I, T>) -> Self {
        Self { calls }
    }

    /// Waits for the next call to finish; `None` when all have.
    pub async fn next(&mut self) -> Option<(usize, Result<E::Response, Error<E::Fault>>)> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Starts no further calls. The results of those that were started still come.
    pub fn stop(&mut self) {
        self.calls.stop();
    }

    /// How many calls were started: those of the first so many requests.
    #[must_use]
    pub fn started(&self) -> usize {
        self.calls.started()
    }

    /// The requests whose calls were started and whose results were not handed out, by their places. Were the stream
    /// dropped now, the server might execute them or not.
    pub fn unanswered(&self) -> impl Iterator<Item = usize> + '_ {
        self.calls.open()
    }
}

impl<'r, E, I, T> InOrder<'r, E, I, T>
where
    E: Endpoint + Send + Sync + 'r,
    I: Iterator<Item = E>,
    T: Transport,
{
    pub(super) fn new(calls: Calls<'r, E, I, T>, ahead: usize) -> Self {
        Self { calls, finished: VecDeque::new(), handed_out: 0, ahead }
    }

    /// Waits for the next request's result; `None` behind the last one.
    pub async fn next(&mut self) -> Option<Result<E::Response, Error<E::Fault>>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Starts no further calls. The results of those that were started still come.
    pub fn stop(&mut self) {
        self.calls.stop();
    }

    /// How many calls were started: those of the first so many requests.
    #[must_use]
    pub fn started(&self) -> usize {
        self.calls.started()
    }

    /// The requests whose calls were started and whose results were not handed out, by their places. Were the stream
    /// dropped now, the server might execute them or not, or has done so.
    pub fn unanswered(&self) -> impl Iterator<Item = usize> + '_ {
        self.handed_out..self.calls.started()
    }

    fn keep(&mut self, index: usize, outcome: CallResult<E>) {
        let place = index - self.handed_out;
        if self.finished.len() <= place {
            self.finished.resize_with(place + 1, || None);
        }
        if let Some(slot) = self.finished.get_mut(place) {
            *slot = Some(outcome);
        }
    }
}

impl<'r, E, I, T> Stream for AsFinished<'r, E, I, T>
where
    E: Endpoint + Send + Sync + 'r,
    I: Iterator<Item = E>,
    T: Transport,
{
    type Item = (usize, Result<E::Response, Error<E::Fault>>);

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.calls.poll_finished(cx, usize::MAX)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.calls.size_hint()
    }
}

impl<'r, E, I, T> Stream for InOrder<'r, E, I, T>
where
    E: Endpoint + Send + Sync + 'r,
    I: Iterator<Item = E>,
    T: Transport,
{
    type Item = Result<E::Response, Error<E::Fault>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(Some(_)) = self.finished.front() {
                self.handed_out += 1;
                return Poll::Ready(self.finished.pop_front().flatten());
            }
            let limit = self.handed_out.saturating_add(self.ahead);
            match self.calls.poll_finished(cx, limit) {
                Poll::Ready(Some((index, outcome))) => self.keep(index, outcome),
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.calls.size_hint();
        let here = self.finished.iter().flatten().count();
        (least.saturating_add(here), most.and_then(|most| most.checked_add(here)))
    }
}

impl<E: Endpoint, I, T> fmt::Debug for AsFinished<'_, E, I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsFinished")
            .field("function", &E::SPEC.function)
            .field("started", &self.calls.started())
            .finish_non_exhaustive()
    }
}

impl<E: Endpoint, I, T> fmt::Debug for InOrder<'_, E, I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InOrder")
            .field("function", &E::SPEC.function)
            .field("started", &self.calls.started())
            .field("handed_out", &self.handed_out)
            .finish_non_exhaustive()
    }
}
