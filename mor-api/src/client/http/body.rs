//! The body of a request as reqwest wants it: bytes and files one after the other, the files read while they
//! are sent.

use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};
use secrecy::zeroize::Zeroizing;
use tokio::fs::File;

use crate::request::prepared::Sent;
use crate::{BodyPart, PreparedRequest, TransportError};

/// Opens the files of a request, so that nothing is sent if one is missing.
pub(super) async fn of(request: &PreparedRequest) -> Result<reqwest::Body, TransportError> {
    if request.sent.form_body().is_some() {
        return Ok(Bytes::from_owner(Form(Arc::clone(&request.sent))).into());
    }
    if request.content_length().is_some() {
        // There is no file: reading cannot fail.
        return request.read_body().map(wiped).map_err(TransportError::unreadable_file);
    }
    let parts: Vec<BodyPart<'_>> = request.body().collect();
    let mut pieces = VecDeque::with_capacity(parts.len());
    for part in parts {
        pieces.push_back(match part {
            BodyPart::Bytes(bytes) => Piece { left: bytes.len() as u64, body: wiped(bytes.to_vec()) },
            BodyPart::File(path) => open(path).await.map_err(TransportError::unreadable_file)?,
        });
    }
    Ok(reqwest::Body::wrap(Pieces(pieces)))
}

/// A form, which is wiped with its request.
struct Form(Arc<Sent>);

impl AsRef<[u8]> for Form {
    fn as_ref(&self) -> &[u8] {
        self.0.form_body().unwrap_or_default()
    }
}

/// A body whose memory is wiped when it was sent: it holds the hash, and perhaps a password.
fn wiped(bytes: Vec<u8>) -> reqwest::Body {
    Bytes::from_owner(Zeroizing::new(bytes)).into()
}

async fn open(path: &Path) -> io::Result<Piece> {
    let file = File::open(path).await?;
    let metadata = file.metadata().await?;
    if metadata.is_file() {
        Ok(Piece { left: metadata.len(), body: file.into() })
    } else {
        Err(io::Error::other("it is not a regular file"))
    }
}

/// Several bodies as one, whose length the server is told beforehand.
struct Pieces(VecDeque<Piece>);

struct Piece {
    body: reqwest::Body,
    /// How many bytes of it are still to be sent: what is added to a file meanwhile is not.
    left: u64,
}

impl HttpBody for Pieces {
    type Data = <reqwest::Body as HttpBody>::Data;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Self::Data>>>> {
        while let Some(piece) = self.0.front_mut() {
            if piece.left == 0 {
                self.0.pop_front();
                continue;
            }
            let frame = match ready!(Pin::new(&mut piece.body).poll_frame(cx)) {
                Some(Ok(frame)) => frame,
                Some(Err(error)) => return Poll::Ready(Some(Err(io::Error::other(error)))),
                None => return Poll::Ready(Some(Err(io::ErrorKind::UnexpectedEof.into()))),
            };
            // Such bodies have no trailers.
            let Ok(mut data) = frame.into_data() else { continue };
            data.truncate(usize::try_from(piece.left).unwrap_or(usize::MAX));
            piece.left -= data.len() as u64;
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        Poll::Ready(None)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.iter().map(|piece| piece.left).sum())
    }
}
