//! Files from asynchronous streams, such as the response of another server.

use std::io;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::input_file::{ByteStream, InputFile, SingleUse, Source};

impl InputFile {
    /// Creates a file called `file_name` from an asynchronous stream. It is sent as it arrives, and
    /// can be sent only once.
    ///
    /// Only [`Client`](crate::Client) can send it.
    pub fn stream<B: Into<Bytes> + 'static>(
        file_name: impl Into<String>,
        stream: impl Stream<Item = io::Result<B>> + Send + 'static,
    ) -> Self {
        let stream: Box<ByteStream> = Box::new(IntoBytes(Box::pin(stream), PhantomData));
        Self::new(file_name.into(), Source::Stream(SingleUse::new(stream)))
    }
}

/// A stream whose chunks are converted to [`Bytes`].
struct IntoBytes<S, B>(Pin<Box<S>>, PhantomData<fn() -> B>);

impl<B: Into<Bytes>, S: Stream<Item = io::Result<B>>> Stream for IntoBytes<S, B> {
    type Item = io::Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = self.get_mut().0.as_mut().poll_next(context);
        polled.map(|item| item.map(|chunk| chunk.map(Into::into)))
    }
}
