//! A transport that answers from memory and keeps what it was asked.

use std::future::Future;
use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use generated::{Bot, HttpRequest, HttpResponse, Transport, TransportError};
use serde_json::Value;

/// The token of all bots in these tests.
pub(crate) const TOKEN: &str = "42:very-secret";

/// A call as it was sent.
#[derive(Clone, Debug)]
pub(crate) struct Recorded {
    pub(crate) url: String,
    pub(crate) body: Value,
    /// The parts to upload: their names and their files' names.
    pub(crate) files: Vec<(String, String)>,
}

type Answer = Box<dyn Fn(&str) -> Result<HttpResponse, TransportError> + Send + Sync>;

/// Answers each method by a function of its name.
pub(crate) struct Recorder {
    answer: Answer,
    calls: Mutex<Vec<Recorded>>,
}

impl Recorder {
    pub(crate) fn new(
        answer: impl Fn(&str) -> Result<HttpResponse, TransportError> + Send + Sync + 'static,
    ) -> Self {
        Self {
            answer: Box::new(answer),
            calls: Mutex::default(),
        }
    }

    /// The last call.
    pub(crate) fn last(&self) -> Recorded {
        self.calls.lock().unwrap().last().unwrap().clone()
    }
}

impl Transport for Recorder {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        assert!(!format!("{request:?}").contains("secret"));
        let parts = request.files().parts().iter();
        let files = parts.map(|part| (part.name.to_string(), part.file.file_name().to_owned()));
        self.calls.lock().unwrap().push(Recorded {
            url: request.url().to_owned(),
            body: serde_json::from_str(request.json()).unwrap(),
            files: files.collect(),
        });
        (self.answer)(request.api_method())
    }

    async fn sleep(&self, _: Duration) {}
}

/// A bot whose server answers everything with this body.
pub(crate) fn bot<A: generated::Api>(status: u16, body: &'static str) -> Bot<A, Recorder> {
    Bot::with_transport(
        TOKEN,
        Recorder::new(move |_| Ok(HttpResponse::new(status, body))),
    )
}

/// Runs a future that never waits.
pub(crate) fn now<F: IntoFuture>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future.into_future()).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the recorder never waits"),
    }
}
