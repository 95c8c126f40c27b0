//! Messages from a user, made of the schema: a chat and a text in, an update out.

use schema::ty::Type;
use serde_json::{Value, json};

use crate::api::Api;
use crate::known::settle_chat;
use crate::sample::Sampler;

/// An update with a text message; `None` where the API has no such thing.
pub(crate) fn message(
    api: &Api,
    chat_id: i64,
    message_id: i64,
    text: &str,
    now: i64,
) -> Option<Value> {
    let sampler = Sampler { api, now };
    let fields = api.fields(&Type::named("Message"))?;
    let mut message = sampler.object(fields);
    let mut chat = message.get("chat")?.as_object()?.clone();
    chat.insert("id".to_owned(), chat_id.into());
    chat.insert("first_name".to_owned(), "A user".into());
    settle_chat(&mut chat);
    message.insert("message_id".to_owned(), message_id.into());
    message.insert("chat".to_owned(), chat.into());
    message.insert("text".to_owned(), text.into());
    let user = json!({
        "id": chat_id.saturating_abs(),
        "is_bot": false,
        "first_name": "A user",
    });
    message.insert("from".to_owned(), user);
    Some(json!({ "message": message }))
}
