//! Many calls at once, for programs that are not asynchronous.

use core::fmt;

use futures_util::stream::{Stream, StreamExt as _};

use super::{Client, Closing, misused};
use crate::Endpoint;
use crate::client::{AsFinished, Call, InOrder, SendAll as AsyncSendAll};

/// Many calls of one function, still to be sent: a [`mor_api::SendAll`](crate::SendAll) that waits.
/// [`Client::send_all`] makes it.
#[must_use = "nothing is sent until a result is asked for"]
pub struct SendAll<'a, E, I> {
    client: &'a Client,
    all: AsyncSendAll<E, I>,
}

impl<'a, E, I> SendAll<'a, E, I>
where
    E: Endpoint + Send + Sync + 'static,
    I: Iterator<Item = E>,
{
    pub(super) fn new(client: &'a Client, all: AsyncSendAll<E, I>) -> Self {
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
        configure: impl for<'c> Fn(Call<'c, E>) -> Call<'c, E> + Send + Sync + 'static,
    ) -> Self {
        self.all = self.all.configure(configure);
        self
    }

    /// Each result as soon as its call has finished, with the place of its request, counted from 0.
    pub fn as_finished(self) -> Results<'a, AsFinished<E, I>> {
        Results::new(self.client, self.all.as_finished(), || (0, Err(misused::<E>())))
    }

    /// The results in the order of the requests, see
    /// [`mor_api::SendAll::in_order`](crate::SendAll::in_order).
    pub fn in_order(self) -> Results<'a, InOrder<E, I>> {
        Results::new(self.client, self.all.in_order(), || Err(misused::<E>()))
    }
}

/// The results of many calls: an iterator that waits for those of a stream, [`AsFinished`] or [`InOrder`].
///
/// Calls make progress only while a result is waited for.
#[must_use = "nothing is sent until a result is asked for"]
pub struct Results<'a, S: Stream> {
    stream: S,
    misused: fn() -> S::Item,
    failed: bool,
    client: &'a Client,
    /// Dropped behind the stream.
    _closing: Closing<'a>,
}

impl<'a, S: Stream + Unpin> Results<'a, S> {
    fn new(client: &'a Client, stream: S, misused: fn() -> S::Item) -> Self {
        Self { stream, misused, failed: false, client, _closing: Closing(client) }
    }

    /// The stream behind it, which can be stopped and knows which calls were started.
    pub fn stream(&mut self) -> &mut S {
        &mut self.stream
    }
}

impl<S: Stream + Unpin> Iterator for Results<'_, S> {
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

impl<E: Endpoint, I> fmt::Debug for SendAll<'_, E, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all.fmt(f)
    }
}

impl<S: Stream + fmt::Debug> fmt::Debug for Results<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stream.fmt(f)
    }
}
