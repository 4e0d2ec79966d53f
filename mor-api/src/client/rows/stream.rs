//! Rows as a stream.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};

use futures_util::stream::Stream;

use super::Rows;
use crate::client::http::HttpTransport;
use crate::client::transport::StreamTransport;
use crate::{Endpoint, Error, FromXml};

/// The rows of an answer, decoded while it arrives, as a [`Stream`]. [`Rows::into_stream`] makes it.
///
/// ```no_run
/// # #[derive(mor_api::FromXml)]
/// # struct User {
/// #     id: u64,
/// # }
/// # async fn run<E>(client: mor_api::Client, endpoint: E) -> Result<(), mor_api::Error<E::Fault>>
/// # where
/// #     E: mor_api::Endpoint<Response: mor_api::Listing<Row = User>> + 'static,
/// # {
/// use futures_util::TryStreamExt;
///
/// let users = client.call(&endpoint).rows().into_stream();
/// let ids: Vec<u64> = users.map_ok(|user| user.id).try_collect().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is sent until the first row is asked for"]
pub struct RowStream<R, E: Endpoint, T: StreamTransport = HttpTransport> {
    state: State<R, E, T>,
}

type Row<R, E> = Option<Result<R, Error<<E as Endpoint>::Fault>>>;
type Wait<R, E, T> = Pin<Box<dyn Future<Output = (Box<Rows<R, E, T>>, Row<R, E>)> + Send>>;

enum State<R, E: Endpoint, T: StreamTransport> {
    Idle(Box<Rows<R, E, T>>),
    /// For a piece of the answer: one allocation for all the rows in it.
    Waiting(Wait<R, E, T>),
    Ended,
}

// Nothing in it is pinned; the wait has a box of its own.
impl<R, E: Endpoint, T: StreamTransport> Unpin for RowStream<R, E, T> {}

impl<R, E: Endpoint, T: StreamTransport> RowStream<R, E, T> {
    pub(super) fn new(rows: Rows<R, E, T>) -> Self {
        Self { state: State::Idle(Box::new(rows)) }
    }
}

impl<R, E, T> Stream for RowStream<R, E, T>
where
    R: FromXml + Send + 'static,
    E: Endpoint + 'static,
    T: StreamTransport,
{
    type Item = Result<R, Error<E::Fault>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match &mut self.state {
                State::Idle(rows) => {
                    if let Some(row) = rows.decoded() {
                        return Poll::Ready(Some(Ok(row)));
                    }
                }
                State::Waiting(wait) => {
                    let Poll::Ready((rows, row)) = wait.as_mut().poll(cx) else { return Poll::Pending };
                    self.state = if row.is_some() { State::Idle(rows) } else { State::Ended };
                    return Poll::Ready(row);
                }
                State::Ended => return Poll::Ready(None),
            }
            if let State::Idle(mut rows) = core::mem::replace(&mut self.state, State::Ended) {
                self.state = State::Waiting(Box::pin(async move {
                    let row = rows.next().await;
                    (rows, row)
                }));
            }
        }
    }
}

impl<R, E: Endpoint, T: StreamTransport> fmt::Debug for RowStream<R, E, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RowStream").field("function", &E::SPEC.function).finish_non_exhaustive()
    }
}
