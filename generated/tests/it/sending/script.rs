//! A transport whose answers are given beforehand, and whose pauses take no time but are kept.

use std::collections::VecDeque;
use std::future::Future;
use std::io::Read;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use generated::safew::Bot;
use generated::{HttpRequest, HttpResponse, Transport, TransportError, TransportErrorKind};

/// What happens to a call.
pub(crate) enum Step {
    /// The server reads it and answers.
    Answer(HttpResponse),
    /// It is opened, and then this.
    Fails(TransportErrorKind),
    /// It fails before it is opened.
    FailsUnopened(TransportErrorKind),
}

/// Does one step after the other. A clone goes on where the other stopped.
#[derive(Clone, Default)]
pub(crate) struct Script {
    steps: Arc<Mutex<VecDeque<Step>>>,
    bodies: Arc<Mutex<Vec<String>>>,
    pauses: Arc<Mutex<Vec<Duration>>>,
}

impl Script {
    /// What each call carried.
    pub(crate) fn bodies(&self) -> Vec<String> {
        self.bodies.lock().unwrap().clone()
    }

    /// How long the bot waited, each time.
    pub(crate) fn pauses(&self) -> Vec<Duration> {
        self.pauses.lock().unwrap().clone()
    }

    /// How many calls were made.
    pub(crate) fn calls(&self) -> usize {
        self.bodies.lock().unwrap().len()
    }
}

impl Transport for Script {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let step = self.steps.lock().unwrap().pop_front();
        let mut body = String::new();
        let failed = |kind| Err(TransportError::new(kind, "by the script"));
        if let Some(Step::FailsUnopened(kind)) = step {
            self.bodies.lock().unwrap().push(body);
            return failed(kind);
        }
        let opened = request.open_body();
        opened.map(|mut opened| opened.read_to_string(&mut body).unwrap())?;
        self.bodies.lock().unwrap().push(body);
        match step.unwrap() {
            Step::Answer(reply) => Ok(reply),
            Step::Fails(kind) | Step::FailsUnopened(kind) => failed(kind),
        }
    }

    async fn sleep(&self, time: Duration) {
        self.pauses.lock().unwrap().push(time);
    }
}

/// A bot whose calls end like this.
pub(crate) fn bot(steps: impl IntoIterator<Item = Step>) -> Bot<Script> {
    let script = Script::default();
    script.steps.lock().unwrap().extend(steps);
    Bot::with_transport("42:very-secret", script)
}

/// An answer with this status and this body.
pub(crate) fn answer(status: u16, body: &str) -> Step {
    Step::Answer(HttpResponse::new(status, body))
}

/// The answer to a message that was sent to this chat.
pub(crate) fn sent(chat: i64) -> Step {
    let chat = format!(r#"{{"id":{chat},"type":"group"}}"#);
    let message = format!(r#"{{"message_id":7,"date":1,"chat":{chat}}}"#);
    answer(200, &format!(r#"{{"ok":true,"result":{message}}}"#))
}

/// The answer to a method that returns a number.
pub(crate) fn number() -> Step {
    answer(200, r#"{"ok":true,"result":7}"#)
}

/// A refusal, with these parameters.
pub(crate) fn refused(code: u16, parameters: &str) -> Step {
    let body = format!(
        r#"{{"ok":false,"error_code":{code},"description":"No","parameters":{{{parameters}}}}}"#
    );
    answer(code, &body)
}

/// Runs a future that never waits.
pub(crate) fn now<F: IntoFuture>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future.into_future()).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the script never waits"),
    }
}
