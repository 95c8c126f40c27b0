//! Texts that bots build, and parts of texts that they received.

use generated::Command;
use generated::telegram::{MessageEntity, User};

use super::{Formatted, entity};

/// The word, the offset and the length of each entity.
fn places(text: &Formatted) -> Vec<(&str, i64, i64)> {
    let entities = text.entities().iter();
    entities
        .map(|one| (one.r#type.as_str(), one.offset, one.length))
        .collect()
}

#[test]
fn entities_count_utf_16_code_units() {
    let text = Formatted::from("😀 ")
        .bold("👨‍👩‍👧")
        .push(" مرحبا ")
        .italic("é𝒳");
    assert_eq!(places(&text), [("bold", 3, 8), ("italic", 18, 3)]);
    let parts: Vec<_> = text.parts().map(|(_, part)| part).collect();
    assert_eq!(parts, ["👨‍👩‍👧", "é𝒳"]);
}

#[test]
fn texts_nest() {
    let inner = Formatted::from("a")
        .italic("b")
        .text_link("c", "https://example.org");
    let text = Formatted::from("😀").bold(inner).push("d");
    assert_eq!(text.as_str(), "😀abcd");
    assert_eq!(
        places(&text),
        [("bold", 2, 3), ("italic", 3, 1), ("text_link", 4, 1)]
    );
}

#[test]
fn the_same_look_side_by_side_is_one_entity() {
    let text = Formatted::new().bold("a").bold("😀").push("-").bold("c");
    assert_eq!(places(&text), [("bold", 0, 3), ("bold", 4, 1)]);
    let text = Formatted::new()
        .bold("a")
        .bold(Formatted::from("b").bold("c"));
    assert_eq!(places(&text), [("bold", 0, 3)]);
    // Two emoji of the same kind are two; so are two blocks of code.
    let text = Formatted::new()
        .custom_emoji("👍", "5")
        .custom_emoji("👍", "5");
    assert_eq!(
        places(&text),
        [("custom_emoji", 0, 2), ("custom_emoji", 2, 2)]
    );
    let text = Formatted::new().pre("a").pre("b");
    assert_eq!(places(&text).len(), 2);
}

#[test]
fn nothing_is_trimmed_and_empty_parts_are_left_out() {
    let text = Formatted::from("  ").bold(" x ").italic("").push("\n");
    assert_eq!(text.as_str(), "   x \n");
    assert_eq!(places(&text), [("bold", 2, 3)]);
}

#[test]
fn values_are_arguments() {
    let user = User::new(77, false, "Zoë");
    let text = Formatted::new()
        .text_mention("Zoë", user.clone())
        .date_time("noon", 1_700_000_000);
    let [mention, time] = text.entities() else {
        panic!("{text:?}")
    };
    assert_eq!(mention.user.as_deref(), Some(&user));
    assert_eq!(time.unix_time, Some(1_700_000_000));
}

#[test]
fn places_that_are_none_have_no_part() {
    let text = "a😀b";
    let part = |offset, length| entity("bold", offset, length).text_of(text);
    assert_eq!(part(0, 4), Some(text));
    assert_eq!(part(1, 2), Some("😀"));
    assert_eq!(part(4, 0), Some(""));
    let wrong = [
        (2, 1),
        (1, 1),
        (0, 2),
        (0, 5),
        (5, 0),
        (4, 1),
        (-1, 2),
        (0, -1),
        (3, -2),
        (i64::MAX, 1),
        (1, i64::MAX),
        (i64::MIN, i64::MIN),
        (i64::MAX, i64::MAX),
    ];
    for (offset, length) in wrong {
        assert_eq!(part(offset, length), None, "{offset} {length}");
        let whole = Formatted::with_entities(text, [entity("bold", offset, length)]);
        assert_eq!(whole.parts().count(), 0, "{offset} {length}");
        assert_eq!(whole.to_html(), text);
    }
}

#[test]
fn an_entity_marks_a_command_anywhere() {
    let text = "😀 please /ban@my_bot, @mallory";
    let commands = |entity: &MessageEntity| {
        Command::of_entity(text, entity).map(|one| (one.name, one.bot, one.rest))
    };
    let marked = entity("bot_command", 10, 11);
    assert_eq!(
        commands(&marked),
        Some(("ban", Some("my_bot"), ", @mallory"))
    );
    assert_eq!(commands(&entity("bold", 10, 11)), None);
    assert_eq!(commands(&entity("bot_command", 3, 6)), None);
    assert_eq!(commands(&entity("bot_command", 10, 1100)), None);
}
