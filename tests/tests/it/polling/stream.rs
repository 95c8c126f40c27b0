//! Updates as a stream, and on a runtime of several threads: what the feature `client` adds to
//! polling.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures_core::Stream;
use tokio::time::timeout;

use super::support::{numbered, updates};
use crate::support::mock::MockTransport;

/// A server with two updates, which then holds every call but the last.
fn server() -> MockTransport {
    MockTransport::answering(|call| match (call.hold, call.params["offset"].as_i64()) {
        (_, None) => Some(numbered([1, 2])),
        (Duration::ZERO, Some(3)) => Some(numbered([])),
        _ => None,
    })
}

#[test]
fn updates_are_a_stream() {
    let mut updates = updates(&server());
    let stop_handle = updates.stop_handle();
    let mut context = Context::from_waker(Waker::noop());
    let mut look = || match Pin::new(&mut updates).poll_next(&mut context) {
        Poll::Ready(Some(update)) => Poll::Ready(update.unwrap().sequence_id()),
        Poll::Ready(None) => Poll::Ready(None),
        Poll::Pending => Poll::Pending,
    };
    assert_eq!(look(), Poll::Ready(Some(1)));
    assert_eq!(look(), Poll::Ready(Some(2)));
    assert_eq!(look(), Poll::Pending);
    stop_handle.stop();
    assert_eq!(look(), Poll::Ready(None));
}

#[test]
fn polling_in_a_task_stops_from_another_task() {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let mut updates = updates(&server());
        let stop_handle = updates.stop_handle();
        let listener = tokio::spawn(async move {
            let mut count = 0;
            while let Some(update) = updates.next().await {
                update.unwrap();
                count += 1;
            }
            count
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        stop_handle.stop();
        let count = timeout(Duration::from_secs(5), listener).await;
        assert_eq!(count.unwrap().unwrap(), 2);
    });
}
