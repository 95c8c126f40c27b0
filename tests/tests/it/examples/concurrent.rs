//! One task for each chat: the messages of a chat are answered in order.

use std::time::Duration;

use fake_server::{Fault, Kind};
use tokio::sync::oneshot::channel;

use crate::support::fake::{bot, start};

#[expect(dead_code, reason = "its `main` is not run here")]
#[path = "../../../../generated/examples/concurrent.rs"]
mod example;

#[tokio::test]
async fn chats_are_handled_side_by_side_and_in_order() {
    let server = start().await;
    // The first answer takes its time, and holds back its own chat alone.
    let slow = Fault::new(Kind::Delay { millis: 600 });
    server.fault(slow.on("sendMessage")).unwrap();
    let (stop, stopped) = channel();
    let run = tokio::spawn(example::run(bot(&server), async { drop(stopped.await) }));
    for text in ["a", "b", "c"] {
        for chat in [1, 2, 3] {
            server.push_message(chat, text).unwrap();
        }
    }
    let patience = Duration::from_secs(10);
    server.wait_for("sendMessage", 8, patience).await.unwrap();
    stop.send(()).unwrap();
    run.await.unwrap().unwrap();
    let calls = server.calls_of("sendMessage");
    for chat in [1, 2, 3] {
        let texts = calls.iter().filter(|call| call.params["chat_id"] == chat);
        let texts: Vec<_> = texts.map(|call| call.params["text"].clone()).collect();
        assert_eq!(texts, ["1: a", "2: b", "3: c"]);
    }
    assert!(server.pending_updates().is_empty());
}
