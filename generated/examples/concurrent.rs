//! A bot that handles its chats side by side: one task for each chat, in order within it.
//!
//!     cargo run -p generated --example concurrent
//!
//! Without `BOT_TOKEN` it talks to the fake server: `cargo run -p fake-server -- telegram --every 2s`.
//!
//! To ask for the next update is to confirm the one before. So after a crash, the messages in the queues
//! are lost; after a stop, all of them were handled.

use std::collections::HashMap;
use std::env;
use std::time::Duration;

use generated::telegram::{Bot, Message};
use generated::{Error, Incoming};
use tokio::sync::mpsc::{Receiver, Sender, channel, error::SendError};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// The most messages that wait in a chat. With more, the bot stops asking for updates for a while.
const QUEUE_SIZE: usize = 100;

/// The time without a message after which the task of a chat ends.
const IDLE_TIME: Duration = Duration::from_secs(60);

#[tokio::main]
async fn main() -> Result<(), Error> {
    let bot = match env::var("BOT_TOKEN") {
        Ok(token) => Bot::new(token),
        Err(_) => Bot::new("123456789:fake-server-token-of-35-characters")
            .with_base_url("http://127.0.0.1:8081"),
    };
    run(bot, async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            println!("can't wait for Ctrl-C: {error}");
        }
    })
    .await
}

/// Handles all messages until the future `stop` is done, and then those that wait.
pub(crate) async fn run(
    bot: Bot,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Error> {
    let mut updates = bot.updates();
    let stop_handle = updates.stop_handle();
    tokio::spawn(async move {
        stop.await;
        stop_handle.stop();
    });
    let mut chats = Chats::default();
    while let Some(update) = updates.next().await {
        match update? {
            Incoming::Parsed(update) => {
                if let Some(message) = update.message {
                    chats.push(&bot, *message).await;
                }
            }
            Incoming::Malformed(item) => println!("{item}"),
        }
    }
    chats.finish().await;
    Ok(())
}

/// The chats that have a task. Each task returns its chat's id.
#[derive(Default)]
struct Chats {
    queues: HashMap<i64, Sender<Message>>,
    tasks: JoinSet<i64>,
}

impl Chats {
    /// Puts a message in the queue of its chat.
    async fn push(&mut self, bot: &Bot, message: Message) {
        self.forget_idle();
        let chat = message.chat.id;
        if let Some(queue) = self.queues.get(&chat) {
            // The task ended just now? Then the message comes back.
            match queue.send(message).await {
                Ok(()) => {}
                Err(SendError(message)) => self.start(bot, message).await,
            }
        } else {
            self.start(bot, message).await;
        }
    }

    /// Starts the task of a chat with its first message.
    async fn start(&mut self, bot: &Bot, message: Message) {
        let (queue, messages) = channel(QUEUE_SIZE);
        let chat = message.chat.id;
        self.tasks.spawn(handle_chat(bot.clone(), chat, messages));
        // The queue is new, so there is room, and a task that waits for the message.
        if queue.send(message).await.is_ok() {
            self.queues.insert(chat, queue);
        }
    }

    /// Removes the queues whose tasks have ended.
    fn forget_idle(&mut self) {
        while let Some(ended) = self.tasks.try_join_next() {
            if let Ok(chat) = ended
                && self.queues.get(&chat).is_some_and(Sender::is_closed)
            {
                self.queues.remove(&chat);
            }
        }
    }

    /// Waits until all messages were handled.
    async fn finish(mut self) {
        self.queues.clear();
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Handles the messages of one chat, one after the other. Its variables are the state of the chat.
async fn handle_chat(bot: Bot, chat: i64, mut messages: Receiver<Message>) -> i64 {
    let mut count = 0;
    while let Ok(Some(message)) = timeout(IDLE_TIME, messages.recv()).await {
        count += 1;
        handle_message(&bot, &message, count).await;
    }
    // No message is added from now on; one that was added in the meantime is still there.
    messages.close();
    while let Some(message) = messages.recv().await {
        count += 1;
        handle_message(&bot, &message, count).await;
    }
    chat
}

/// Answers a message. An error does not stop the chat.
async fn handle_message(bot: &Bot, message: &Message, count: u32) {
    let text = message.text.as_deref().unwrap_or("something without text");
    let answer = bot.send_message(message.chat.id, format!("{count}: {text}"));
    if let Err(error) = answer.await {
        println!("{error}");
    }
}
