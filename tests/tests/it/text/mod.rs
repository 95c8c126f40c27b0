//! Texts with entities: their parts, the builder, and markup.

mod builder;
mod markup;
mod other_libraries;
mod properties;

use generated::Text;
use generated::telegram::{MessageEntity, MessageEntityType};

/// A text of Telegram's.
type Formatted = Text<MessageEntity>;

fn entity(word: &str, offset: i64, length: i64) -> MessageEntity {
    MessageEntity::new(MessageEntityType::from(word), offset, length)
}
