//! Bodies of several pieces.
//!
//! Owns sending pieces that are there already as one body of a known length, without copying them together: a payload is
//! most of a reply. It must never look into a piece.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// Pieces of a body, in order.
struct Pieces {
    left: std::vec::IntoIter<Bytes>,
    /// How many bytes are left.
    length: u64,
}

/// A body of pieces.
pub(super) fn body(pieces: Vec<Bytes>) -> Body {
    let length = pieces.iter().map(|piece| piece.len() as u64).sum();
    Body::new(Pieces { left: pieces.into_iter(), length })
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let next = self.left.next();
        self.length -= next.as_ref().map_or(0, |piece| piece.len() as u64);
        Poll::Ready(next.map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.left.as_slice().is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}

#[cfg(test)]
mod tests {
    use axum::body::to_bytes;

    use super::*;

    #[tokio::test]
    async fn pieces_are_one_body_of_their_length() {
        let made = body(vec!["a".into(), Bytes::new(), "bc".into()]);
        assert_eq!(made.size_hint().exact(), Some(3));
        assert_eq!(to_bytes(made, 3).await.unwrap(), "abc");
        assert!(body(Vec::new()).is_end_stream());
    }
}
