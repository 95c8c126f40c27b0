//! What is asynchronous, without a runtime: the thread sleeps until it is done.

use std::future::{Future, IntoFuture};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// Whatever can be awaited, for programs that await nothing.
///
/// It is for a bot with a [`BlockingClient`](crate::BlockingClient), or with a transport of yours
/// that needs no runtime.
///
/// ```
/// use generated::Wait;
///
/// let sum = async { 1 + 2 }.wait();
/// assert_eq!(sum, 3);
/// ```
pub trait Wait: IntoFuture {
    /// Does it, and returns what came of it.
    fn wait(self) -> Self::Output;
}

impl<F: IntoFuture> Wait for F {
    fn wait(self) -> Self::Output {
        let waker = Waker::from(Arc::new(Sleeper(thread::current())));
        let mut context = Context::from_waker(&waker);
        let mut future = pin!(self.into_future());
        loop {
            match future.as_mut().poll(&mut context) {
                Poll::Ready(output) => return output,
                Poll::Pending => thread::park(),
            }
        }
    }
}

/// A thread that sleeps until it is woken.
struct Sleeper(Thread);

impl Wake for Sleeper {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::task::Poll;
    use std::thread;
    use std::time::Duration;

    use super::Wait;

    #[test]
    fn it_sleeps_until_another_thread_wakes_it() {
        let mut other = None;
        let woken = poll_fn(|context| {
            let waker = context.waker().clone();
            match other.take() {
                Some(()) => Poll::Ready(7),
                None => {
                    other = Some(());
                    thread::spawn(move || {
                        thread::sleep(Duration::from_millis(20));
                        waker.wake();
                    });
                    Poll::Pending
                }
            }
        });
        assert_eq!(woken.wait(), 7);
    }
}
