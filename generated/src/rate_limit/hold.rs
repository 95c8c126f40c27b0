//! Pauses that the server asked for when it refused a call with 429, and which calls they hold back.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::json_object::find_chat;
use crate::response::LONGEST_ASKED_PAUSE;
use crate::transport::http_request::HttpRequest;

/// The calls that are held back together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Held {
    /// Those that act on a chat, by its id or name.
    Chat(String),
    /// Those of a method that names no chat.
    Method(&'static str),
}

impl Held {
    /// The calls to which a request belongs; `None` for a long poll, which knows its own pauses.
    pub(crate) fn of(request: &HttpRequest<'_>) -> Option<Self> {
        if !request.long_poll_timeout().is_zero() {
            return None;
        }
        Some(match find_chat(request.json()) {
            Some(chat) => Self::Chat(chat.to_owned()),
            None => Self::Method(request.api_method()),
        })
    }
}

/// The ends of all pauses.
#[derive(Debug, Default)]
pub(super) struct Holds {
    overall: Option<Instant>,
    each: HashMap<Held, Instant>,
}

impl Holds {
    /// The end of the pause that holds back these calls.
    pub(super) fn end(&self, held: &Held) -> Option<Instant> {
        self.each.get(held).copied().max(self.overall)
    }

    /// Adds a pause that begins now.
    ///
    /// A refusal does not say which limit was exceeded, that of the chat or that of the bot. So it
    /// holds back its own chat: after the 21st message to a group in a minute, all others go on. If
    /// another chat is refused during the pause, the limit is the bot's, and everything is held back.
    pub(super) fn add(&mut self, held: Held, pause: Duration, now: Instant) {
        self.each.retain(|_, end| *end > now);
        let end = now + pause.min(LONGEST_ASKED_PAUSE);
        if self.each.keys().any(|other| *other != held) {
            self.overall = self.overall.max(Some(end));
        }
        let known = self.each.entry(held).or_insert(end);
        *known = end.max(*known);
    }
}

#[cfg(test)]
mod tests {
    use super::{Duration, Held, Holds, Instant};

    const PAUSE: Duration = Duration::from_secs(7);

    fn chat(id: i64) -> Held {
        Held::Chat(id.to_string())
    }

    #[test]
    fn a_pause_is_for_its_chat() {
        let (mut holds, now) = (Holds::default(), Instant::now());
        holds.add(chat(1), PAUSE, now);
        holds.add(chat(1), PAUSE / 7, now);
        assert_eq!(holds.end(&chat(1)), Some(now + PAUSE));
        assert_eq!(holds.end(&chat(2)), None);
        assert_eq!(holds.end(&Held::Method("getMe")), None);
    }

    #[test]
    fn a_second_chat_in_the_meantime_holds_back_all() {
        let (mut holds, now) = (Holds::default(), Instant::now());
        holds.add(chat(1), PAUSE, now);
        holds.add(chat(2), PAUSE * 2, now);
        assert_eq!(holds.end(&chat(3)), Some(now + PAUSE * 2));
        assert_eq!(holds.end(&Held::Method("getMe")), Some(now + PAUSE * 2));
    }

    #[test]
    fn a_pause_that_is_over_tells_nothing_of_others() {
        let (mut holds, now) = (Holds::default(), Instant::now());
        holds.add(chat(1), PAUSE, now);
        holds.add(chat(2), PAUSE, now + PAUSE);
        assert_eq!(holds.end(&chat(3)), None);
    }

    #[test]
    fn no_pause_is_longer_than_an_hour() {
        let (mut holds, now) = (Holds::default(), Instant::now());
        holds.add(chat(1), Duration::MAX, now);
        assert_eq!(holds.end(&chat(1)), Some(now + Duration::from_secs(3600)));
    }
}
