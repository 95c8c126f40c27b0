//! A server in memory: it answers by a function, keeps what it was asked, and counts pauses
//! without waiting.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use generated::telegram::{GetUpdates, Telegram, Update};
use generated::{
    Bot, Error, HttpRequest, HttpResponse, Incoming, Transport, TransportError, UpdateApi, Updates,
};
use serde_json::{Value, json};

/// An answer; `None` where there is none for ever.
pub(crate) type Answer = Option<Result<HttpResponse, TransportError>>;

type Answering = Box<dyn FnMut(&Value) -> Answer + Send>;

/// The server. All clones are the same one.
#[derive(Clone)]
pub(crate) struct Server(Arc<Mutex<State>>);

struct State {
    answering: Answering,
    log: Log,
}

/// What a server saw.
#[derive(Clone, Default)]
pub(crate) struct Log {
    /// The parameters of each call.
    pub(crate) calls: Vec<Value>,
    /// How long each call told the transport to be patient.
    pub(crate) holds: Vec<Duration>,
    /// How long the bot waited.
    pub(crate) pauses: Vec<Duration>,
    /// How many calls were given up.
    pub(crate) given_up: usize,
}

impl Server {
    pub(crate) fn new(answering: impl FnMut(&Value) -> Answer + Send + 'static) -> Self {
        let (answering, log) = (Box::new(answering), Log::default());
        Self(Arc::new(Mutex::new(State { answering, log })))
    }

    /// One that gives these answers, one after the other, and then none.
    pub(crate) fn script(
        answers: impl IntoIterator<Item = Result<HttpResponse, TransportError>>,
    ) -> Self {
        let mut answers: VecDeque<_> = answers.into_iter().collect();
        Self::new(move |_| answers.pop_front())
    }

    pub(crate) fn bot<A: generated::Api>(&self) -> Bot<A, Self> {
        Bot::with_transport("42:secret", self.clone())
    }

    pub(crate) fn updates(&self) -> Updates<GetUpdates, Self> {
        self.bot::<Telegram>().updates()
    }

    pub(crate) fn log(&self) -> Log {
        self.0.lock().unwrap().log.clone()
    }

    /// The offset of each call.
    pub(crate) fn offsets(&self) -> Vec<Option<i64>> {
        let calls = self.log().calls;
        calls.iter().map(|call| call["offset"].as_i64()).collect()
    }
}

/// Notes a call that is given up.
struct Given(Server, bool);

impl Drop for Given {
    fn drop(&mut self) {
        if !self.1 {
            self.0.0.lock().unwrap().log.given_up += 1;
        }
    }
}

impl Transport for Server {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let mut given = Given(self.clone(), false);
        let body = serde_json::from_str(request.json()).unwrap();
        let answer = {
            let mut state = self.0.lock().unwrap();
            state.log.holds.push(request.long_poll_timeout());
            let answer = (state.answering)(&body);
            state.log.calls.push(body);
            answer
        };
        let Some(answer) = answer else {
            return std::future::pending().await;
        };
        given.1 = true;
        answer
    }

    async fn sleep(&self, time: Duration) {
        self.0.lock().unwrap().log.pauses.push(time);
    }
}

/// A list of updates as the server sends it.
pub(crate) fn list(
    updates: impl IntoIterator<Item = Value>,
) -> Result<HttpResponse, TransportError> {
    let updates: Vec<Value> = updates.into_iter().collect();
    let body = json!({"ok": true, "result": updates});
    Ok(HttpResponse::new(200, body.to_string()))
}

/// Updates with these numbers.
pub(crate) fn numbered(
    numbers: impl IntoIterator<Item = i64>,
) -> Result<HttpResponse, TransportError> {
    list(numbers.into_iter().map(update))
}

/// An update with this number.
pub(crate) fn update(number: i64) -> Value {
    json!({"update_id": number, "poll_answer": {
        "poll_id": "p", "option_ids": [], "option_persistent_ids": [],
    }})
}

/// A refusal.
pub(crate) fn refusal(code: u16, more: Value) -> Result<HttpResponse, TransportError> {
    let mut body = json!({"ok": false, "error_code": code, "description": "No"});
    body.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    Ok(HttpResponse::new(code, body.to_string()))
}

/// Counts how often it was woken.
#[derive(Default)]
pub(crate) struct Woken(AtomicUsize);

impl Woken {
    pub(crate) fn times(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// One look at a future, which is dropped after it; `None` where it waits.
pub(crate) fn look<F: Future>(future: F, woken: &Arc<Woken>) -> Option<F::Output> {
    let waker = Waker::from(Arc::clone(woken));
    match pin!(future).poll(&mut Context::from_waker(&waker)) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    }
}

/// What comes of the next update: its number, `None` at the end.
pub(crate) type Next = Option<Result<Option<i64>, Error>>;

/// Asks for the next update.
pub(crate) fn next(updates: &mut Updates<GetUpdates, Server>) -> Option<Next> {
    let next = look(updates.next(), &Arc::default())?;
    Some(next.map(|update| update.map(|update: Incoming<Update>| update.sequence_id())))
}

/// The numbers of all updates, until it waits for one that never comes.
pub(crate) fn all(updates: &mut Updates<GetUpdates, Server>) -> Vec<Option<i64>> {
    let mut numbers = Vec::new();
    while let Some(next) = next(updates) {
        numbers.push(next.unwrap().unwrap());
    }
    numbers
}

/// The numbers of the updates that any API's bot gets until it waits for one that never comes.
pub(crate) fn of<A: UpdateApi>(server: &Server) -> usize {
    let mut updates = server.bot::<A>().updates();
    let mut count = 0;
    while let Some(next) = look(updates.next(), &Arc::default()) {
        next.unwrap().unwrap();
        count += 1;
    }
    count
}
