//! A file that arrives piece by piece, such as the answer of another server.

use std::io;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::Pieces;
use crate::request::input_file::{InputFile, Once, Source};

impl InputFile {
    /// What a stream gives, uploaded under `file_name`. It is sent as it arrives, and can be sent
    /// but once.
    ///
    /// Only [`Client`](crate::Client) can send it.
    pub fn stream<B: Into<Bytes> + 'static>(
        file_name: impl Into<String>,
        stream: impl Stream<Item = io::Result<B>> + Send + 'static,
    ) -> Self {
        let pieces = Box::new(Mapped(Box::pin(stream), PhantomData)) as Box<Pieces>;
        Self::new(file_name.into(), Source::Stream(Once::new(pieces)))
    }
}

/// A stream whose pieces become bytes.
struct Mapped<S, B>(Pin<Box<S>>, PhantomData<fn() -> B>);

impl<B: Into<Bytes>, S: Stream<Item = io::Result<B>>> Stream for Mapped<S, B> {
    type Item = io::Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let piece = self.get_mut().0.as_mut().poll_next(context);
        piece.map(|piece| piece.map(|bytes| bytes.map(Into::into)))
    }
}
