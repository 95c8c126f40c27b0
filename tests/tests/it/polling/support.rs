//! Updates of a mocked bot, one look at a time.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Wake, Waker};

use generated::telegram::{GetUpdates, Telegram, Update};
use generated::{Error, Incoming, UpdateApi, Updates};
use serde_json::{Value, json};

use crate::support::mock::{MockTransport, Outcome, result};

/// The updates of a bot of Telegram's.
pub(crate) fn updates(server: &MockTransport) -> Updates<GetUpdates, MockTransport> {
    server.bot::<Telegram>().updates()
}

/// The offset of each call.
pub(crate) fn offsets(server: &MockTransport) -> Vec<Option<i64>> {
    let params = server.params().into_iter();
    params.map(|params| params["offset"].as_i64()).collect()
}

/// A list of updates as the server sends it.
pub(crate) fn list(updates: impl IntoIterator<Item = Value>) -> Outcome {
    let updates: Vec<Value> = updates.into_iter().collect();
    result(&Value::from(updates).to_string())
}

/// Updates with these numbers.
pub(crate) fn numbered(numbers: impl IntoIterator<Item = i64>) -> Outcome {
    list(numbers.into_iter().map(update))
}

/// An update with this number.
pub(crate) fn update(number: i64) -> Value {
    json!({"update_id": number, "poll_answer": {
        "poll_id": "p", "option_ids": [], "option_persistent_ids": [],
    }})
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
pub(crate) fn next(updates: &mut Updates<GetUpdates, MockTransport>) -> Option<Next> {
    let next = look(updates.next(), &Arc::default())?;
    Some(next.map(|update| update.map(|update: Incoming<Update>| update.sequence_id())))
}

/// The numbers of all updates, until it waits for one that never comes.
pub(crate) fn all(updates: &mut Updates<GetUpdates, MockTransport>) -> Vec<Option<i64>> {
    let mut numbers = Vec::new();
    while let Some(next) = next(updates) {
        numbers.push(next.unwrap().unwrap());
    }
    numbers
}

/// The numbers of the updates that any API's bot gets until it waits for one that never comes.
pub(crate) fn of<A: UpdateApi>(server: &MockTransport) -> usize {
    let mut updates = server.bot::<A>().updates();
    let mut count = 0;
    while let Some(next) = look(updates.next(), &Arc::default()) {
        next.unwrap().unwrap();
        count += 1;
    }
    count
}
