//! Blocking calls of asynchronous functions, without a runtime.

use std::future::{Future, IntoFuture};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// Calls that block the thread, for programs that don't use `await`.
///
/// Use it with a [`BlockingClient`](crate::BlockingClient), or with a transport of your own that
/// needs no runtime. It works on everything that can be awaited.
///
/// ```
/// use generated::BlockingCall;
///
/// let sum = async { 1 + 2 }.call();
/// assert_eq!(sum, 3);
/// ```
pub trait BlockingCall: IntoFuture {
    /// Blocks the thread until the call is complete, and returns its output.
    fn call(self) -> Self::Output;
}

impl<F: IntoFuture> BlockingCall for F {
    fn call(self) -> Self::Output {
        let waker = Waker::from(Arc::new(ThreadWaker(thread::current())));
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

/// Wakes a parked thread.
struct ThreadWaker(Thread);

impl Wake for ThreadWaker {
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

    use super::BlockingCall;

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
        assert_eq!(woken.call(), 7);
    }
}
