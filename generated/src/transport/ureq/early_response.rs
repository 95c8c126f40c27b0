//! Responses that come before the body of a request was sent, such as `413`.
//!
//! `ureq` asks with `Expect: 100-continue` if the server wants the body. If the server refuses,
//! `ureq` finds the refusal in its buffer, does not mark it as used, and waits for more input before
//! it parses the refusal: until the connection is closed, reset or times out. So the transport here,
//! around that of `ureq`, reports input that has arrived once more.

use ureq::Error;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, DefaultConnector, NextTimeout, Transport,
};

/// Connects as `ureq` does by default, and makes early responses readable.
pub(super) fn connector() -> impl Connector {
    DefaultConnector::default().chain(EarlyResponseConnector)
}

#[derive(Debug)]
struct EarlyResponseConnector;

impl<T: Transport> Connector<T> for EarlyResponseConnector {
    type Out = EarlyResponse<T>;

    fn connect(
        &self,
        _: &ConnectionDetails<'_>,
        chained: Option<T>,
    ) -> Result<Option<EarlyResponse<T>>, Error> {
        Ok(chained.map(|inner| EarlyResponse {
            inner,
            has_unreported_input: false,
        }))
    }
}

/// A transport that reports input twice.
#[derive(Debug)]
struct EarlyResponse<T> {
    inner: T,
    /// True if input has arrived since output was sent, and was reported only once.
    has_unreported_input: bool,
}

impl<T: Transport> Transport for EarlyResponse<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.has_unreported_input = false;
        self.inner.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        // A response that is read in two parts costs one attempt to parse the first part alone.
        if self.has_unreported_input && !self.inner.buffers().input().is_empty() {
            self.has_unreported_input = false;
            return Ok(true);
        }
        self.has_unreported_input = self.inner.await_input(timeout)?;
        Ok(self.has_unreported_input)
    }

    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}
