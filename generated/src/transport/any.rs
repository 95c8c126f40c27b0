//! A transport whose type is not known: bots of different transports become one type.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use super::Transport;
use super::download::{DownloadStream, DownloadTransport};
use super::error::TransportError;
use super::http_request::HttpRequest;
use super::http_response::HttpResponse;
use crate::bot::Bot;

type Pending<'a, R> = Pin<Box<dyn Future<Output = R> + Send + 'a>>;

/// A transport of any type: see [`Bot::erase`]. Clones share it.
#[derive(Clone)]
pub struct AnyTransport(Arc<dyn ErasedTransport>);

/// The contents of a file that [`AnyTransport`] downloads.
pub struct AnyDownload(Box<dyn ErasedStream>);

impl<A, T: DownloadTransport + 'static> Bot<A, T> {
    /// Makes the type of a bot independent of its transport, so that code which takes such a bot works
    /// with the client of a program as well as with one of a test, without a type parameter.
    ///
    #[cfg_attr(all(feature = "telegram", feature = "client"), doc = "```no_run")]
    #[cfg_attr(not(all(feature = "telegram", feature = "client")), doc = "```ignore")]
    /// use generated::telegram::Bot;
    /// use generated::{AnyTransport, Error};
    ///
    /// async fn greet(bot: &Bot<AnyTransport>) -> Result<(), Error> {
    ///     bot.send_message(42, "Hello!").await.map(drop)
    /// }
    ///
    /// # async fn example() -> Result<(), Error> {
    /// greet(&Bot::new("42:token").erase()).await
    /// # }
    /// ```
    ///
    /// A test that only needs other answers can do without: a [`Hook`](crate::Hook) gives them, and the
    /// bot keeps its type.
    pub fn erase(self) -> Bot<A, AnyTransport> {
        self.map_transport(|transport| AnyTransport(Arc::new(transport)))
    }
}

impl Transport for AnyTransport {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        self.0.send(request).await
    }

    async fn sleep(&self, time: Duration) {
        self.0.sleep(time).await;
    }
}

impl DownloadTransport for AnyTransport {
    type Stream = AnyDownload;

    async fn download(&self, url: &str) -> Result<(u16, AnyDownload), TransportError> {
        self.0.download(url).await
    }
}

impl DownloadStream for AnyDownload {
    fn content_length(&self) -> Option<u64> {
        self.0.content_length()
    }

    async fn next_chunk(&mut self) -> Result<Option<Vec<u8>>, TransportError> {
        self.0.next_chunk().await
    }

    fn run_blocking<R: Send + 'static>(
        &self,
        function: impl FnOnce() -> io::Result<R> + Send + 'static,
    ) -> impl Future<Output = io::Result<R>> + Send {
        let erased = move || function().map(|result| Box::new(result) as Box<dyn Any + Send>);
        let running = self.0.run_blocking(Box::new(erased));
        async {
            let result = running.await?.downcast();
            // It is the result of `function`, so of this type.
            let result = result.map_err(|_| io::Error::other("a result of another type"))?;
            Ok(*result)
        }
    }
}

/// The functions of [`Transport`] and [`DownloadTransport`], without a type that depends on the transport.
trait ErasedTransport: Send + Sync {
    fn send<'a>(
        &'a self,
        request: HttpRequest<'a>,
    ) -> Pending<'a, Result<HttpResponse, TransportError>>;
    fn sleep(&self, time: Duration) -> Pending<'_, ()>;
    fn download<'a>(
        &'a self,
        url: &'a str,
    ) -> Pending<'a, Result<(u16, AnyDownload), TransportError>>;
}

impl<T: DownloadTransport<Stream: 'static>> ErasedTransport for T {
    fn send<'a>(
        &'a self,
        request: HttpRequest<'a>,
    ) -> Pending<'a, Result<HttpResponse, TransportError>> {
        Box::pin(Transport::send(self, request))
    }

    fn sleep(&self, time: Duration) -> Pending<'_, ()> {
        Box::pin(Transport::sleep(self, time))
    }

    fn download<'a>(
        &'a self,
        url: &'a str,
    ) -> Pending<'a, Result<(u16, AnyDownload), TransportError>> {
        Box::pin(async move {
            let (status, stream) = DownloadTransport::download(self, url).await?;
            Ok((status, AnyDownload(Box::new(stream))))
        })
    }
}

type BlockingFunction = Box<dyn FnOnce() -> io::Result<Box<dyn Any + Send>> + Send>;

/// The same for [`DownloadStream`].
trait ErasedStream: Send {
    fn content_length(&self) -> Option<u64>;
    fn next_chunk(&mut self) -> Pending<'_, Result<Option<Vec<u8>>, TransportError>>;
    fn run_blocking(
        &self,
        function: BlockingFunction,
    ) -> Pending<'_, io::Result<Box<dyn Any + Send>>>;
}

impl<S: DownloadStream> ErasedStream for S {
    fn content_length(&self) -> Option<u64> {
        DownloadStream::content_length(self)
    }

    fn next_chunk(&mut self) -> Pending<'_, Result<Option<Vec<u8>>, TransportError>> {
        Box::pin(DownloadStream::next_chunk(self))
    }

    fn run_blocking(
        &self,
        function: BlockingFunction,
    ) -> Pending<'_, io::Result<Box<dyn Any + Send>>> {
        Box::pin(DownloadStream::run_blocking(self, function))
    }
}

impl fmt::Debug for AnyTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnyTransport")
    }
}
