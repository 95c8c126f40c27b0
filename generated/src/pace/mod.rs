//! How fast a bot sends messages: a pace, which it keeps to where you give it one.

mod slots;

use std::time::{Duration, Instant};

use crate::bot::Bot;
use crate::bot::transport::{Call, Transport};
use crate::request::members::member;

pub(crate) use self::slots::Slots;

/// How many messages a bot sends in a time: at most `count` in any time as long as `per`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// How many. Zero is as good as one.
    pub count: u32,
    /// In which time, a day at most. Where it is zero, there is no limit.
    pub per: Duration,
}

/// How fast a bot sends messages. A call that comes too early waits for its turn, in the order of
/// the calls.
///
/// It is for methods that send messages: those whose names start with `send`, `copy` or `forward`
/// and that take a `chat_id`, without those that show something in passing (`sendChatAction`, and
/// drafts). A call counts as one message, even if it sends an album. It counts again when a bot
/// [with retries](Bot::with_retries) sends it again.
///
/// All are plain numbers to change:
///
#[cfg_attr(feature = "safew", doc = "```")]
#[cfg_attr(not(feature = "safew"), doc = "```ignore")]
/// use std::time::Duration;
/// use generated::{Pace, Rate, Transport, safew::Bot};
///
/// # fn example(bot: Bot<impl Transport>) {
/// let mut pace = Pace::documented();
/// pace.overall = Rate::new(1000, Duration::from_secs(1)); // The bot pays for its broadcasts.
/// let bot = bot.with_pace(pace);
/// # }
/// # fn main() {}
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pace {
    /// To all chats together.
    pub overall: Rate,
    /// To one chat.
    pub chat: Rate,
    /// To one group, beside the rate for every chat. A group is a chat whose id is negative or a
    /// name, `@cats`: so channels are groups too, and only private chats are none.
    pub group: Rate,
}

impl Rate {
    /// At most `count` in any time as long as `per`.
    pub const fn new(count: u32, per: Duration) -> Self {
        Self { count, per }
    }

    /// As many as you like.
    pub const fn unlimited() -> Self {
        Self::new(1, Duration::ZERO)
    }
}

impl Pace {
    /// What Telegram's documentation tells a bot to keep to: about 30 messages a second to all
    /// chats, one a second to a chat (here 3 in 3 seconds, as short bursts are tolerated), and 20
    /// a minute to a group.
    pub const fn documented() -> Self {
        Self {
            overall: Rate::new(30, Duration::from_secs(1)),
            chat: Rate::new(3, Duration::from_secs(3)),
            group: Rate::new(20, Duration::from_secs(60)),
        }
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::documented()
    }
}

impl<A, T> Bot<A, T> {
    /// The same bot, which keeps to this pace. Its clones keep to it together.
    #[must_use]
    pub fn with_pace(mut self, pace: Pace) -> Self {
        self.set_pace(pace);
        self
    }
}

/// Waits for a call's turn.
pub(crate) async fn wait(slots: &Slots, call: &Call<'_>, transport: &impl Transport) {
    let Some(chat) = chat(call.method(), call.json()) else {
        return;
    };
    // The chat's turn comes first: a call that waits for its chat keeps no other chat waiting.
    pause(transport, slots.take_in_chat(chat, Instant::now())).await;
    pause(transport, slots.take(Instant::now())).await;
}

async fn pause(transport: &impl Transport, time: Duration) {
    if !time.is_zero() {
        transport.pause(time).await;
    }
}

/// The chat that a call sends a message to, where it does.
fn chat<'a>(method: &str, json: &'a str) -> Option<&'a str> {
    let method = method.to_ascii_lowercase();
    let sends = ["send", "copy", "forward"];
    let passing = ["action", "draft"];
    let message = sends.iter().any(|verb| method.starts_with(verb))
        && !passing.iter().any(|thing| method.ends_with(thing));
    let chat = message.then(|| member(json, "chat_id")).flatten()?;
    Some(chat.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::chat;

    #[test]
    fn what_sends_a_message_has_a_chat() {
        let json = r#"{"text":"Hello","chat_id":-5}"#;
        for method in [
            "sendMessage",
            "sendmediagroup",
            "copyMessages",
            "forwardMessage",
        ] {
            assert_eq!(chat(method, json), Some("-5"), "{method}");
        }
        let none = [
            "getChat",
            "sendChatAction",
            "sendMessageDraft",
            "editMessageText",
            "pinSend",
        ];
        assert!(none.iter().all(|method| chat(method, json).is_none()));
        assert_eq!(chat("sendMessage", r#"{"chat_id":"@cats"}"#), Some("@cats"));
        assert_eq!(chat("sendGift", r#"{"user_id":5}"#), None);
    }
}
