//! Known refusals: an error is recognised by words of the server's text.

use crate::error::Error;

/// Recognises errors by the words of their descriptions; the first that fit count.
///
/// ```text
/// refusals! { Refusal, variants { BotBlocked = "bot was blocked by the user" } }
/// ```
macro_rules! refusals {
    ($name:ident, variants { $($variant:ident = $words:literal),* }) => {
        impl $name {
            /// Tells for which reason the server refused a request. It is `None` if the error is
            /// another, or the reason is not known.
            pub fn of(error: &crate::Error) -> Option<Self> {
                let known = [$(($words, Self::$variant)),*];
                crate::support::find_refusal(error, &known)
            }

            /// Returns true if this is the reason for an error.
            pub fn matches(self, error: &crate::Error) -> bool {
                Self::of(error) == Some(self)
            }
        }
    };
}

pub(crate) use refusals;

/// Finds the first words that the description of an error has.
///
/// Case and punctuation do not matter: `chat not found` is in `Bad Request: chat not found` and in
/// `CHAT_NOT_FOUND`.
pub(crate) fn find_refusal<R: Copy>(error: &Error, known: &[(&str, R)]) -> Option<R> {
    let Error::Api(error) = error else {
        return None;
    };
    let words = error.description.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    let text = words.fold(" ".to_owned(), |text, word| {
        text + &word.to_lowercase() + " "
    });
    let mut known = known.iter();
    let found = known.find(|(words, _)| text.contains(&format!(" {words} ")));
    found.map(|(_, refusal)| *refusal)
}
