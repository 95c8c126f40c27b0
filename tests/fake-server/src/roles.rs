//! The few names that mean more than the schema says: methods that keep state, fields that every
//! message has. All else is driven by the schema alone.

use schema::schema::{Field, Method};
use schema::ty::Type;
use serde_json::{Map, Value, json};

use crate::example::Examples;
use crate::files::StoredFile;

/// The kinds of updates that a server sends only to who asks for them by name.
pub(crate) const ONLY_IF_ASKED: [&str; 3] =
    ["chat_member", "message_reaction", "message_reaction_count"];

/// The member of an update that is not its content.
pub(crate) const UPDATE_ID: &str = "update_id";

/// The field that messages sent together have in common.
pub(crate) const GROUP: &str = "media_group_id";

/// The media type of a file whose own is not known.
const ANY_FILE: &str = "application/octet-stream";

/// The first name of every user.
pub(crate) const USER_NAME: &str = "A user";

/// The role of a method: what it does beyond answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It takes updates from the queue, and may wait for them.
    Updates,
    /// It sets the address that updates are posted to.
    SetWebhook,
    /// It forgets that address.
    DeleteWebhook,
    /// It tells that address.
    WebhookInfo,
    /// It tells who the bot is.
    Me,
    /// It tells where an uploaded file can be fetched.
    File,
    /// It only answers.
    Plain,
}

/// Finds the role of a method by what it takes and returns, or else by its name.
pub(crate) fn find_role(method: &Method) -> Role {
    let returns = method.returns.as_ref().map(Type::to_string);
    let takes = |name: &str| method.params.iter().any(|param| param.name == name);
    match returns.as_deref() {
        Some("Array<Update>") if takes("offset") => Role::Updates,
        Some("WebhookInfo") if method.params.is_empty() => Role::WebhookInfo,
        Some("User") if method.params.is_empty() => Role::Me,
        Some("File") if takes("file_id") => Role::File,
        _ if method.name == "setWebhook" => Role::SetWebhook,
        _ if method.name == "deleteWebhook" => Role::DeleteWebhook,
        _ => Role::Plain,
    }
}

/// Returns if a call acts on the message whose `message_id` it is given. A call that copies or
/// forwards a message makes a new one.
pub(crate) fn refers_to_message(params: &Map<String, Value>) -> bool {
    params.contains_key("message_id") && !params.contains_key("from_chat_id")
}

/// Returns if a call acts on a message that the bot can't see: such calls return no message.
pub(crate) fn is_inline(params: &Map<String, Value>) -> bool {
    params.contains_key("inline_message_id")
}

/// The bot that a token belongs to, as a `User`.
pub(crate) fn me(token: &str) -> Map<String, Value> {
    let id = token
        .split(':')
        .next()
        .and_then(|id| id.parse::<i64>().ok());
    let user = json!({
        "id": id.unwrap_or(1),
        "is_bot": true,
        "first_name": "Fake bot",
        "username": "fake_bot",
    });
    match user {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

impl Examples<'_> {
    /// Makes a sample of a chat agree with its identifier: one below zero, or a name, is a group's,
    /// all others are users'.
    pub(crate) fn complete_chat(&self, fields: &[Field], chat: &mut Map<String, Value>) {
        let is_group = chat.get("id").and_then(Value::as_i64) < Some(0);
        let (kind, name_field, name) = match is_group || chat.contains_key("username") {
            true => ("supergroup", "title", "A group"),
            false => ("private", "first_name", USER_NAME),
        };
        // Whether it is a chat at all is seen by its having such a type.
        if self.put_field(fields, chat, "type", kind.into()) {
            self.put_field(fields, chat, name_field, name.into());
        }
    }

    /// Sets the fields of an object that describe a file.
    pub(crate) fn put_file(
        &self,
        fields: &[Field],
        object: &mut Map<String, Value>,
        file: &StoredFile,
    ) {
        let mime_type = file.mime_type.as_deref().unwrap_or(ANY_FILE);
        let stated: [(&str, Value); 6] = [
            ("file_id", file.file_id.as_str().into()),
            ("file_unique_id", file.file_unique_id.as_str().into()),
            ("file_size", file.file_size.into()),
            ("file_path", file.file_path.as_str().into()),
            ("file_name", file.file_name.as_str().into()),
            ("mime_type", mime_type.into()),
        ];
        for (name, value) in stated {
            self.put_field(fields, object, name, value);
        }
    }
}

/// The kind of an update: the name of its content.
pub(crate) fn update_kind(update: &Value) -> Option<&str> {
    let mut names = update.as_object()?.keys();
    names.find(|name| *name != UPDATE_ID).map(String::as_str)
}
