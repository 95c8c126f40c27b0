//! All features of the example, one update after the other.

use std::time::Duration;

use fake_server::{Fault, Kind, Record, Server};
use serde_json::{Value, json};
use tokio::sync::oneshot::channel;

use crate::support::fake::{bot, start};

#[expect(dead_code, reason = "its `main` is not run here")]
#[path = "../../../../generated/examples/features.rs"]
mod example;

/// The last call of a method, once there were `count` of them.
async fn last(server: &Server, method: &str, count: usize) -> Record {
    let patience = Duration::from_secs(10);
    let calls = server.wait_for(method, count, patience).await;
    calls.unwrap().pop().unwrap()
}

/// The press of a button below a message of the bot.
fn press(message: i64) -> Value {
    let user = json!({"id": 42, "is_bot": false, "first_name": "Ann"});
    let chat = json!({"id": 42, "type": "private", "first_name": "Ann"});
    let message = json!({"message_id": message, "date": 1, "chat": chat, "text": "?"});
    json!({"callback_query": {
        "id": "7", "from": user, "chat_instance": "1", "data": "Yes", "message": message
    }})
}

fn document(file_id: &str) -> Value {
    let file = json!({"file_id": file_id, "file_unique_id": "u"});
    let chat = json!({"id": 42, "type": "private", "first_name": "Ann"});
    json!({"message": {"message_id": 9, "date": 1, "chat": chat, "document": file}})
}

#[tokio::test]
async fn each_feature_works() {
    let server = start().await;
    let asked = bot(&server).send_message(42, "Yes or no?").await.unwrap();
    let (stop, stopped) = channel();
    let run = tokio::spawn(example::run(bot(&server), async { drop(stopped.await) }));

    // A command, after a 429.
    let busy = Fault::new(Kind::TooManyRequests { retry_after: 1 });
    server.fault(busy.on("sendMessage").times(1)).unwrap();
    server.push_message(42, "/start").unwrap();
    let help = last(&server, "sendMessage", 3).await.params["text"].clone();
    assert!(help.as_str().unwrap().contains("/menu"));

    // A keyboard; its press is answered, and edits the message.
    server.push_message(42, "/menu").unwrap();
    let menu = last(&server, "sendMessage", 4).await.params;
    assert_eq!(menu["reply_markup"]["inline_keyboard"][0][1]["text"], "No");
    server.push_update(press(asked.message_id)).unwrap();
    let edit = last(&server, "editMessageText", 1).await;
    assert_eq!(edit.params["text"], "You chose Yes.");
    assert_eq!(edit.params["message_id"], asked.message_id);
    assert!(edit.done);
    assert_eq!(server.calls_of("answerCallbackQuery").len(), 1);

    // An album, and the download of a file.
    server.push_message(42, "/album").unwrap();
    assert_eq!(last(&server, "sendMediaGroup", 1).await.files.len(), 2);
    server.add_file("file-1", "one.txt", *b"one.txt");
    server.push_update(document("file-1")).unwrap();
    let told = last(&server, "sendMessage", 5).await;
    assert_eq!(told.params["text"], "It has 7 bytes.");

    // A reply with entities, and the state of the chat.
    server.push_message(42, "tea").unwrap();
    server.push_message(42, "milk").unwrap();
    let reply = last(&server, "sendMessage", 7).await.params;
    assert!(
        reply["text"]
            .as_str()
            .unwrap()
            .contains(": milk is no. 2. See help.")
    );
    assert_eq!(reply["entities"][1]["url"], "https://example.org/");
    assert!(reply["reply_parameters"]["message_id"].is_number());

    // A user who blocked the bot gets no news any more.
    let blocked = Kind::Error {
        error_code: 403,
        description: "Forbidden: bot was blocked by the user".to_owned(),
    };
    server
        .fault(Fault::new(blocked).on("sendMessage").times(1))
        .unwrap();
    server.push_message(42, "/news Rain").unwrap();
    last(&server, "sendMessage", 8).await;
    server.push_message(42, "/news Sun").unwrap();
    server.push_message(42, "/menu").unwrap();
    last(&server, "sendMessage", 9).await;

    stop.send(()).unwrap();
    run.await.unwrap().unwrap();
    assert_eq!(server.calls_of("sendMessage").len(), 9);
    assert!(server.pending_updates().is_empty());
}
