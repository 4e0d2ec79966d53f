//! Many calls at once, for programs that are not asynchronous.

use core::fmt;

use futures_util::stream::{Stream, StreamExt as _};

use super::{Client, Closing, misused};
use crate::Endpoint;
use crate::client::{AsFinished, Call, HttpTransport, InOrder, SendAll as AsyncSendAll, Transport};

/// Many calls of one function, still to be sent: a [`mor_api::SendAll`](crate::SendAll) that waits.
/// [`Client::send_all`] makes it.
#[must_use = "nothing is sent until a result is asked for"]
pub struct SendAll<'a, E, I, T = HttpTransport> {
    client: &'a Client<T>,
    all: AsyncSendAll<'a, E, I, T>,
}

impl<'a, E, I, T> SendAll<'a, E, I, T>
where
    E: Endpoint + Send + Sync + 'a,
    I: Iterator<Item = E>,
    T: Transport,
{
    pub(super) fn new(client: &'a Client<T>, all: AsyncSendAll<'a, E, I, T>) -> Self {
        Self { client, all }
    }

    /// How many calls may be under way at the same time; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.all = self.all.concurrency(calls);
        self
    }

    /// Starts no more than so many calls in each period, see
    /// [`mor_api::SendAll::rate`](crate::SendAll::rate).
    #[cfg(feature = "rate-limit")]
    pub fn rate(mut self, calls: u32, period: core::time::Duration) -> Self {
        self.all = self.all.rate(calls, period);
        self
    }

    /// Does this to every call before it is sent.
    pub fn configure(
        mut self,
        configure: impl for<'c> Fn(Call<'c, E, T>) -> Call<'c, E, T> + Send + Sync + 'a,
    ) -> Self {
        self.all = self.all.configure(configure);
        self
    }

    /// Each result as soon as its call has finished, with the place of its request, counted from 0.
    pub fn as_finished(self) -> Results<'a, AsFinished<'a, E, I, T>, T> {
        Results::new(self.client, self.all.as_finished(), || (0, Err(misused::<E>())))
    }

    /// The results in the order of the requests, see
    /// [`mor_api::SendAll::in_order`](crate::SendAll::in_order).
    pub fn in_order(self) -> Results<'a, InOrder<'a, E, I, T>, T> {
        Results::new(self.client, self.all.in_order(), || Err(misused::<E>()))
    }
}

/// The results of many calls: an iterator that waits for those of a stream, [`AsFinished`] or [`InOrder`].
///
/// Calls make progress only while a result is waited for.
#[must_use = "nothing is sent until a result is asked for"]
pub struct Results<'a, S: Stream, T = HttpTransport> {
    stream: S,
    misused: fn() -> S::Item,
    failed: bool,
    client: &'a Client<T>,
    /// Dropped after the stream.
    _closing: Closing<'a, T>,
}

impl<'a, S: Stream + Unpin, T> Results<'a, S, T> {
    fn new(client: &'a Client<T>, stream: S, misused: fn() -> S::Item) -> Self {
        Self { stream, misused, failed: false, client, _closing: Closing(client) }
    }

    /// The stream behind it, which can be stopped and knows which calls were started.
    pub fn stream(&mut self) -> &mut S {
        &mut self.stream
    }
}

impl<S: Stream + Unpin, T> Iterator for Results<'_, S, T> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        if self.failed {
            return None;
        }
        let Some(runtime) = self.client.usable_runtime() else {
            self.failed = true;
            return Some((self.misused)());
        };
        runtime.block_on(self.stream.next())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.failed { (0, Some(0)) } else { self.stream.size_hint() }
    }
}

impl<E: Endpoint, I, T> fmt::Debug for SendAll<'_, E, I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all.fmt(f)
    }
}

impl<S: Stream + fmt::Debug, T> fmt::Debug for Results<'_, S, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stream.fmt(f)
    }
}
