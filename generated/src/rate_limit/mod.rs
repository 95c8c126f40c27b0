//! Rate limits: how many messages a bot sends in a time.

pub(crate) mod hold;
pub(crate) mod limiter;

use std::time::Duration;

/// A limit for messages: at most `count` within any period of length `per`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLimit {
    /// The number of messages. Zero counts as one.
    pub count: u32,
    /// The length of the period, at most a day. Zero means no limit.
    pub per: Duration,
}

/// The rate limits of a bot. A call that would exceed one waits for its turn, in the order of the
/// calls.
///
/// They apply to methods that send messages: methods whose names start with `send`, `copy` or
/// `forward` and that have a `chat_id`, except for those that only show a status
/// (`sendChatAction`, and drafts). A call counts as one message, even if it sends an album. It
/// counts again when it is [sent again](crate::Bot::with_retries).
///
/// If the server refuses a call as one too many all the same (429), the pause that it asks for holds
/// back all calls to that chat, or, if the call names no chat, those of its method. If another chat is
/// refused in the meantime, the pause holds back all calls but long polls.
///
/// All limits are plain numbers that you can change:
///
#[cfg_attr(feature = "safew", doc = "```")]
#[cfg_attr(not(feature = "safew"), doc = "```ignore")]
/// use std::time::Duration;
/// use generated::{RateLimit, RateLimits, Transport, safew::Bot};
///
/// # fn example(bot: Bot<impl Transport>) {
/// let mut limits = RateLimits::documented();
/// limits.overall = RateLimit::new(1000, Duration::from_secs(1)); // The bot pays for broadcasts.
/// let bot = bot.with_rate_limits(limits);
/// # }
/// # fn main() {}
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimits {
    /// The limit for all chats together.
    pub overall: RateLimit,
    /// The limit for one chat.
    pub chat: RateLimit,
    /// The limit for one group, in addition to the limit for every chat. A chat counts as a group
    /// if its id is negative or a name, such as `@cats`: channels are groups too, and only private
    /// chats are not.
    pub group: RateLimit,
}

impl RateLimit {
    /// Creates a limit of `count` messages within any period of length `per`.
    pub const fn new(count: u32, per: Duration) -> Self {
        Self { count, per }
    }

    /// Creates a limit that allows any number of messages.
    pub const fn unlimited() -> Self {
        Self::new(1, Duration::ZERO)
    }
}

impl RateLimits {
    /// Creates the limits that Telegram's documentation asks bots to keep: about 30 messages a
    /// second to all chats, one a second to a chat (here 3 in 3 seconds, because short bursts are
    /// tolerated), and 20 a minute to a group.
    pub const fn documented() -> Self {
        Self {
            overall: RateLimit::new(30, Duration::from_secs(1)),
            chat: RateLimit::new(3, Duration::from_secs(3)),
            group: RateLimit::new(20, Duration::from_secs(60)),
        }
    }
}

impl Default for RateLimits {
    fn default() -> Self {
        Self::documented()
    }
}
