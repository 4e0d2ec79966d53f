//! Many calls at once, but not too many: bounded in number and, with the feature `rate-limit`, in pace.

mod calls;
#[cfg(feature = "rate-limit")]
mod pace;
mod streams;

use core::fmt;
use std::sync::Arc;

use self::calls::Calls;
pub use self::streams::{AsFinished, InOrder};
use super::http::HttpTransport;
use super::{Call, Client, Transport};
use crate::{Endpoint, Error};

/// What became of one call of many.
pub(super) type CallResult<E> = Result<<E as Endpoint>::Response, Error<<E as Endpoint>::Fault>>;

/// What is done to every call before it is sent.
type Configure<'r, E, T> = Arc<dyn for<'a> Fn(Call<'a, E, T>) -> Call<'a, E, T> + Send + Sync + 'r>;

impl<T: Transport> Client<T> {
    /// Sends many requests of one function, some of them at the same time. Each has a result of its own; one that
    /// fails stops nothing.
    ///
    /// The requests, owned or borrowed (`&requests`), are taken from the iterator one by one, when there is room for a
    /// call: a million of them need not be in memory.
    ///
    /// ```no_run
    /// # async fn run<E>(client: mor_api::Client, requests: Vec<E>) -> Result<(), mor_api::Error<E::Fault>>
    /// # where
    /// #     E: mor_api::Endpoint + Send + Sync + std::fmt::Debug,
    /// # {
    /// use std::time::Duration;
    ///
    /// let mut results = client
    ///     .send_all(&requests)
    ///     .concurrency(8)
    ///     .configure(|call| call.as_user("reseller").timeout(Duration::from_secs(300)))
    ///     .as_finished();
    /// while let Some((index, result)) = results.next().await {
    ///     match result {
    ///         Ok(response) => println!("{:?} is answered", requests.get(index)),
    ///         Err(error) => println!("{:?}: {error}", requests.get(index)),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_all<'r, I: IntoIterator>(&self, requests: I) -> SendAll<'r, I::Item, I::IntoIter, T>
    where
        I::Item: Endpoint + Send + Sync + 'r,
    {
        SendAll {
            client: self.clone(),
            requests: requests.into_iter(),
            concurrency: SendAll::<'r, I::Item, I::IntoIter, T>::CONCURRENCY,
            configure: None,
            #[cfg(feature = "rate-limit")]
            pace: None,
        }
    }
}

/// Many calls of one function, still to be sent. [`Client::send_all`] makes it.
///
/// Results come [as the calls finish](Self::as_finished), [in the order of the requests](Self::in_order), or
/// [all together](Self::collect).
#[must_use = "nothing is sent until a result is asked for"]
pub struct SendAll<'r, E, I, T = HttpTransport> {
    client: Client<T>,
    requests: I,
    concurrency: usize,
    configure: Option<Configure<'r, E, T>>,
    #[cfg(feature = "rate-limit")]
    pace: Option<pace::Pace>,
}

impl<'r, E, I, T> SendAll<'r, E, I, T>
where
    E: Endpoint + Send + Sync + 'r,
    I: Iterator<Item = E>,
    T: Transport,
{
    /// How many calls are under way at the same time unless [`concurrency`](Self::concurrency) says otherwise.
    pub const CONCURRENCY: usize = 16;

    /// How many calls may be under way at the same time; 0 counts as 1.
    pub fn concurrency(mut self, calls: usize) -> Self {
        self.concurrency = calls.max(1);
        self
    }

    /// Starts no more than so many calls in each period, evenly spread: `rate(30, Duration::from_secs(60))` starts
    /// one every two seconds. A call that could not start in time does so a little later; what was missed is made
    /// good for up to a tenth of a second. 0 calls count as 1.
    #[cfg(feature = "rate-limit")]
    pub fn rate(mut self, calls: u32, period: core::time::Duration) -> Self {
        self.pace = pace::Pace::new(calls, period);
        self
    }

    /// Does this to every call before it is sent.
    pub fn configure(
        mut self,
        configure: impl for<'a> Fn(Call<'a, E, T>) -> Call<'a, E, T> + Send + Sync + 'r,
    ) -> Self {
        self.configure = Some(Arc::new(configure));
        self
    }

    /// Each result as soon as its call has finished, with the place of its request, counted from 0.
    pub fn as_finished(self) -> AsFinished<'r, E, I, T> {
        AsFinished::new(Calls::new(self))
    }

    /// The results in the order of the requests. Those that come before their turn are kept, up to four times as
    /// many as calls may be under way: then no call is started until the slow one is done.
    pub fn in_order(self) -> InOrder<'r, E, I, T> {
        let ahead = self.concurrency.saturating_mul(4);
        InOrder::new(Calls::new(self), ahead)
    }

    /// Waits for all results, in the order of the requests.
    ///
    /// ```no_run
    /// # async fn run<E>(client: mor_api::Client, requests: Vec<E>)
    /// # where
    /// #     E: mor_api::Endpoint + Send + Sync,
    /// # {
    /// let results = client.send_all(requests).collect().await;
    /// let failed = results.iter().filter(|result| result.is_err()).count();
    /// # }
    /// ```
    pub async fn collect(self) -> Vec<Result<E::Response, Error<E::Fault>>> {
        let mut finished = self.as_finished();
        let mut results = Vec::new();
        while let Some((index, result)) = finished.next().await {
            if results.len() <= index {
                results.resize_with(index + 1, || None);
            }
            if let Some(place) = results.get_mut(index) {
                *place = Some(result);
            }
        }
        results.into_iter().flatten().collect()
    }
}

impl<E: Endpoint, I, T> fmt::Debug for SendAll<'_, E, I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendAll")
            .field("function", &E::SPEC.function)
            .field("concurrency", &self.concurrency)
            .finish_non_exhaustive()
    }
}
