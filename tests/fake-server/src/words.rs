//! The words of the real server for what it refuses: a problem in, its description out. Bots
//! compare them.

use schema::schema::Method;
use schema::ty::Type;

use crate::check::{Problem, ProblemKind};
use crate::rules::PARSE_MODE;

/// The words for a method that there is not.
pub(crate) const NO_METHOD: &str = "method not found";

/// The words for what became of a webhook: when there was none or the same before, and else.
pub(crate) const WEBHOOK_SET: [&str; 2] = ["Webhook is already set", "Webhook was set"];
pub(crate) const WEBHOOK_DELETED: [&str; 2] = ["Webhook is already deleted", "Webhook was deleted"];

/// The words for a problem with a call, where they are known.
pub(crate) fn refusal_words(method: &Method, problem: &Problem) -> Option<String> {
    use ProblemKind::{Blank, Missing, MissingHere, Mixed, NoAction, NoChat, TooLong, Unlisted};
    let name = problem.at.rsplit('.').next().unwrap_or_default();
    let own = |name: &str| method.params.iter().find(|param| param.name == name);
    let words = match (method.name.as_str(), problem.at.as_str(), &problem.kind) {
        (_, "chat_id", Missing) => "chat_id is empty",
        (_, _, NoChat) => "chat not found",
        (_, "chat_id" | "message_id", MissingHere) | (_, "message_id", Missing) => {
            "message identifier is not specified"
        }
        (_, "user_id", Missing) => "invalid user_id specified",
        ("sendMessage" | "editMessageText", "text", Missing) => "message text is empty",
        (_, "text", Blank) => "text must be non-empty",
        ("sendMessage", "text", TooLong) => "message is too long",
        ("editMessageText", "text", TooLong) => "MESSAGE_TOO_LONG",
        (_, "question", Missing | Blank) => "poll question must be non-empty",
        (_, _, TooLong) if name == "caption" => "message caption is too long",
        (_, _, TooLong) if name == "callback_data" => "BUTTON_DATA_INVALID",
        (_, _, Unlisted) if name.ends_with(PARSE_MODE) => "unsupported parse_mode",
        (_, _, NoAction) => {
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        }
        (_, _, Mixed(kind)) => {
            return Some(format!("{kind} can't be mixed with other media types"));
        }
        (_, at, Missing) if own(at)?.ty.members().contains(&Type::InputFile) => {
            return Some(format!(
                "there is no {} in the request",
                at.replace('_', " ")
            ));
        }
        _ => return None,
    };
    Some(words.to_owned())
}
