//! A body as one of the crate `http_body`, so that a web framework can send it.

use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::body::Body;

/// The most bytes of a frame.
const FRAME_SIZE: u64 = 64 * 1024;

/// Files on the disk are read in place, so that a frame may block for a moment.
impl http_body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let mut bytes = Vec::new();
        let body = self.get_mut();
        let read = body.take(FRAME_SIZE).read_to_end(&mut bytes);
        body.reduce_length(bytes.len() as u64);
        Poll::Ready(match read {
            Ok(0) => None,
            Ok(_) => Some(Ok(Frame::data(bytes.into()))),
            Err(error) => Some(Err(error)),
        })
    }

    fn size_hint(&self) -> SizeHint {
        self.content_length()
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
