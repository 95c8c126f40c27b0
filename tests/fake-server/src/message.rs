//! Messages from a user, made of the schema: a chat and a text in, an update out.

use schema::ty::Type;
use serde_json::{Map, Value, json};

use crate::api::Api;
use crate::example::Examples;
use crate::roles::USER_NAME;

/// An update with a text message; `None` where the API has no such thing.
pub(crate) fn build_message(
    api: &Api,
    chat_id: i64,
    message_id: i64,
    text: &str,
    now: i64,
) -> Option<Value> {
    let examples = Examples { api, now };
    let user = json!({
        "id": chat_id.saturating_abs(),
        "is_bot": false,
        "first_name": USER_NAME,
    });
    let stated = [
        ("message_id", message_id.into()),
        ("chat", build_chat(examples, chat_id)?),
        ("from", user),
        ("text", text.into()),
    ];
    let fields = api.fields(&Type::named("Message"))?;
    let mut message = examples.object(fields);
    for (name, value) in stated {
        examples.put_field(fields, &mut message, name, value);
    }
    let fields = api.fields(&Type::named("Update"))?;
    let mut update = Map::new();
    let done = examples.put_field(fields, &mut update, "message", message.into());
    done.then(|| update.into())
}

fn build_chat(examples: Examples<'_>, id: i64) -> Option<Value> {
    let fields = examples.api.fields(&Type::named("Chat"))?;
    let mut chat = examples.object(fields);
    examples.put_field(fields, &mut chat, "id", id.into());
    examples.complete_chat(fields, &mut chat);
    Some(chat.into())
}
