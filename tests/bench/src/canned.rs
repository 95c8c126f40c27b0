//! Bots without a network: each call has a response that is already there.

use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use generated::telegram::{Bot, GetUpdates, Update};
use generated::{HttpRequest, HttpResponse, Incoming, Transport, TransportError};

/// The body of the response to the next call.
struct Canned(Mutex<Vec<u8>>);

impl Transport for Canned {
    async fn send(&self, _: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let body = std::mem::take(&mut *self.0.lock().expect("no panic"));
        Ok(HttpResponse::new(200, body))
    }

    async fn sleep(&self, _: Duration) {}
}

/// Requests updates, and gets this response.
pub fn receive_updates(response: Vec<u8>) -> Vec<Incoming<Update>> {
    let bot = Bot::with_transport("42:token", Canned(Mutex::new(response)));
    let request = GetUpdates::new();
    let sent = pin!(bot.send(&request));
    match sent.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(updates) => updates.expect("updates"),
        Poll::Pending => unreachable!("the transport never waits"),
    }
}
