//! A transport without a network: it answers from a script or by a function, keeps every call,
//! and notes pauses without sleeping.

use std::collections::VecDeque;
use std::future::Future;
use std::io::Read;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use generated::safew::Safew;
use generated::{
    Api, Bot, HttpRequest, HttpResponse, Transport, TransportError, TransportErrorKind,
};
use serde_json::Value;

/// The token of the mocked bots; its secret half contains `secret`.
pub(crate) const TOKEN: &str = "42:very-secret";

/// The end of a call.
#[derive(Clone)]
pub(crate) enum Outcome {
    /// The server reads the call and answers.
    Answer(HttpResponse),
    /// The call is read, and then fails.
    Fails(TransportErrorKind),
    /// The call fails before its body is read.
    FailsUnread(TransportErrorKind),
}

/// A call as it was sent.
#[derive(Clone)]
pub(crate) struct Sent {
    pub(crate) url: String,
    pub(crate) params: Value,
    /// The bytes of the body, JSON or a form; empty where they were not read.
    pub(crate) body: String,
    /// How long the server may keep the call before it answers.
    pub(crate) hold: Duration,
}

type Answering = Box<dyn FnMut(&Sent) -> Option<Outcome> + Send>;

/// The transport. All clones are the same one.
#[derive(Clone)]
pub(crate) struct MockTransport(Arc<Mutex<State>>);

struct State {
    answering: Answering,
    sent: Vec<Sent>,
    pauses: Vec<Duration>,
    given_up: usize,
}

impl MockTransport {
    /// Answers each call by a function; a call that gets `None` waits without end.
    pub(crate) fn answering<O: Into<Option<Outcome>>>(
        mut answering: impl FnMut(&Sent) -> O + Send + 'static,
    ) -> Self {
        Self(Arc::new(Mutex::new(State {
            answering: Box::new(move |sent| answering(sent).into()),
            sent: Vec::new(),
            pauses: Vec::new(),
            given_up: 0,
        })))
    }

    /// Answers one call after the other; the calls after those wait without end.
    pub(crate) fn script(outcomes: impl IntoIterator<Item = Outcome>) -> Self {
        let mut outcomes: VecDeque<_> = outcomes.into_iter().collect();
        Self::answering(move |_| outcomes.pop_front())
    }

    /// A bot of any API.
    pub(crate) fn bot<A: Api>(&self) -> Bot<A, Self> {
        Bot::with_transport(TOKEN, self.clone())
    }

    /// The calls so far.
    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.0.lock().unwrap().sent.clone()
    }

    /// The last call.
    pub(crate) fn last(&self) -> Sent {
        self.sent().pop().unwrap()
    }

    /// The parameters of each call.
    pub(crate) fn params(&self) -> Vec<Value> {
        self.sent().into_iter().map(|sent| sent.params).collect()
    }

    /// The body of each call.
    pub(crate) fn bodies(&self) -> Vec<String> {
        self.sent().into_iter().map(|sent| sent.body).collect()
    }

    /// The pauses between calls.
    pub(crate) fn pauses(&self) -> Vec<Duration> {
        self.0.lock().unwrap().pauses.clone()
    }

    /// How many calls were dropped before they had an answer.
    pub(crate) fn given_up(&self) -> usize {
        self.0.lock().unwrap().given_up
    }
}

impl Transport for MockTransport {
    async fn send(&self, call: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        assert!(!format!("{call:?}").contains("secret"));
        let mut sent = Sent {
            url: call.url().to_owned(),
            params: serde_json::from_str(call.json()).unwrap(),
            body: String::new(),
            hold: call.long_poll_timeout(),
        };
        let outcome = (self.0.lock().unwrap().answering)(&sent);
        if !matches!(outcome, Some(Outcome::FailsUnread(_))) {
            call.open_body()?.read_to_string(&mut sent.body).unwrap();
        }
        self.0.lock().unwrap().sent.push(sent);
        match outcome {
            Some(Outcome::Answer(reply)) => Ok(reply),
            Some(Outcome::Fails(kind) | Outcome::FailsUnread(kind)) => {
                // An HTTP client's own message often repeats the URL, which holds the token.
                Err(TransportError::new(
                    kind,
                    format!("POST {} failed", call.url()),
                ))
            }
            None => {
                let _given_up = GivenUp(self);
                std::future::pending().await
            }
        }
    }

    async fn sleep(&self, time: Duration) {
        self.0.lock().unwrap().pauses.push(time);
    }
}

/// Counts a call that is dropped while it waits.
struct GivenUp<'a>(&'a MockTransport);

impl Drop for GivenUp<'_> {
    fn drop(&mut self) {
        self.0.0.lock().unwrap().given_up += 1;
    }
}

/// An answer with this status and body.
pub(crate) fn answer(status: u16, body: &str) -> Outcome {
    Outcome::Answer(HttpResponse::new(status, body))
}

/// An answer with this result.
pub(crate) fn result(result: &str) -> Outcome {
    answer(200, &format!(r#"{{"ok":true,"result":{result}}}"#))
}

/// The message that was sent to this chat.
pub(crate) fn message(chat: i64) -> Outcome {
    let chat = format!(r#"{{"id":{chat},"type":"group"}}"#);
    result(&format!(r#"{{"message_id":7,"date":1,"chat":{chat}}}"#))
}

/// A refusal with these parameters, such as `"retry_after":1`.
pub(crate) fn refused(code: u16, parameters: &str) -> Outcome {
    let body = format!(
        r#"{{"ok":false,"error_code":{code},"description":"No","parameters":{{{parameters}}}}}"#
    );
    answer(code, &body)
}

/// Polls a future once: the mocked transport answers at once or never.
pub(crate) fn now<F: IntoFuture>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future.into_future()).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the call has no answer"),
    }
}

/// A bot of SafeW's whose calls end like this.
pub(crate) fn bot(outcomes: impl IntoIterator<Item = Outcome>) -> Bot<Safew, MockTransport> {
    MockTransport::script(outcomes).bot()
}
