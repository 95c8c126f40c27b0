//! Known refusals: recognised by words of the server's text, whatever is around them.

use generated::telegram::Refusal;
use generated::{ApiError, Error, TransportError, TransportErrorKind, safew};

fn of(description: &str) -> Option<Refusal> {
    Refusal::of(&ApiError::new(400, description).into())
}

#[test]
fn case_and_what_is_around_do_not_matter() {
    for text in [
        "Forbidden: bot was blocked by the user",
        "bot was blocked by the user",
        "BOT_WAS_BLOCKED_BY_THE_USER",
        "Error: Bot was blocked by the user. (chat 7)",
    ] {
        assert_eq!(of(text), Some(Refusal::BotBlocked), "{text}");
    }
    let text = "Bad Request: message is not modified: specified new message content is the same";
    assert_eq!(of(text), Some(Refusal::MessageNotModified));
    assert_eq!(
        of("Bad Request: message can\u{2019}t be edited"),
        Some(Refusal::CantEdit)
    );
    assert_eq!(
        of("Too Many Requests: retry after 5"),
        Some(Refusal::TooManyRequests)
    );
}

#[test]
fn what_is_not_known_is_none() {
    for text in [
        "",
        "chat",
        "chat not foundling",
        "wechat not found",
        "bot was unblocked by the user",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
    let silent = TransportError::new(TransportErrorKind::Timeout, "chat not found");
    assert_eq!(Refusal::of(&Error::Transport(silent)), None);
}

#[test]
fn a_refusal_is_compared_with_an_error() {
    let error = Error::from(ApiError::new(400, "Bad Request: chat not found"));
    assert!(Refusal::ChatNotFound.matches(&error));
    assert!(!Refusal::BotBlocked.matches(&error));
}

#[test]
fn an_api_has_the_refusals_of_its_base() {
    let error = Error::from(ApiError::new(400, "chat not found"));
    assert_eq!(
        safew::Refusal::of(&error),
        Some(safew::Refusal::ChatNotFound)
    );
}
