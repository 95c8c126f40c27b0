//! Connections that are cut: a message is never sent twice, whether or not the server got it.

use fake_server::{Fault, Kind};
use generated::TransportErrorKind;

use crate::support::fake::{failure, only, quick, struck};

/// Sends a message whose connection is cut, over a new connection or one that was used before.
async fn cut(fault: Fault, is_used: bool) -> bool {
    let (server, bot) = struck(fault, "sendMessage").await;
    let bot = bot.with_retries(quick());
    if is_used {
        bot.get_me().await.unwrap();
    }
    let kind = failure(bot.send_message(42, "Hello").await);
    assert_eq!(kind, TransportErrorKind::Broken);
    let call = only(&server, "sendMessage");
    assert_eq!(call.status, None);
    // The next call has a connection of its own.
    bot.send_message(42, "Are you there?").await.unwrap();
    call.done
}

#[tokio::test]
async fn before_the_message_is_sent() {
    assert!(!cut(Fault::new(Kind::Cut), false).await);
    assert!(!cut(Fault::new(Kind::Cut), true).await);
}

#[tokio::test]
async fn after_the_message_is_sent() {
    assert!(cut(Fault::new(Kind::Cut).after_effect(), false).await);
    assert!(cut(Fault::new(Kind::Cut).after_effect(), true).await);
}

#[tokio::test]
async fn in_the_middle_of_the_answer() {
    let (server, bot) = struck(Fault::new(Kind::CutBody), "sendMessage").await;
    let bot = bot.with_retries(quick());
    let kind = failure(bot.send_message(42, "Hello").await);
    assert_eq!(kind, TransportErrorKind::Broken);
    assert!(only(&server, "sendMessage").done);
}
