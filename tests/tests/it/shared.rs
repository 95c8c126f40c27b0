//! A bot and what it makes can be shared by tasks and threads, whatever carries its calls.

use generated::telegram::{Bot, SendMessage, Telegram};
use generated::{Client, Error, Updates, Webhook};

fn is_shared<T: Send + Sync + Clone + 'static>() {}
fn is_sent<T: Send + 'static>() {}

#[test]
fn a_bot_goes_anywhere() {
    is_shared::<Bot>();
    is_shared::<Client>();
    is_shared::<SendMessage>();
    is_shared::<Webhook<Telegram>>();
    is_sent::<Error>();
    is_sent::<Updates<generated::telegram::GetUpdates>>();
}

#[test]
fn a_call_goes_to_any_task() {
    fn spawned(call: impl IntoFuture<Output = Result<(), Error>, IntoFuture: Send>) {
        drop(call);
    }
    let bot = Bot::new("42:token");
    let call = bot.send_message(1, "text");
    spawned(async { call.await.map(drop) });
}
