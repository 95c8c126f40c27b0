//! Commands in texts.

use generated::Command;
use proptest::prelude::*;

fn parts(text: &str) -> Option<(&str, Option<&str>, &str)> {
    Command::parse_any(text).map(|one| (one.name, one.bot, one.rest))
}

#[test]
fn parses_the_command_that_a_text_begins_with() {
    let cases = [
        ("/start", ("start", None, "")),
        ("/start abc", ("start", None, "abc")),
        ("/start  a\tb ", ("start", None, "a\tb ")),
        ("/start\nnext line", ("start", None, "next line")),
        ("/start@my_bot", ("start", Some("my_bot"), "")),
        ("/Start_2@my_bot a b", ("Start_2", Some("my_bot"), "a b")),
        ("/помощь 👨‍👩‍👧 x", ("помощь", None, "👨‍👩‍👧 x")),
        ("/帮助\u{3000}参数", ("帮助", None, "参数")),
        ("/مساعدة الآن", ("مساعدة", None, "الآن")),
    ];
    for (text, expected) in cases {
        assert_eq!(parts(text), Some(expected), "{text:?}");
    }
}

#[test]
fn takes_nothing_else_for_a_command() {
    for text in [
        "",
        "/",
        "//",
        "start",
        " /start",
        "/ start",
        "/@my_bot",
        "/start@",
        "/usr/bin",
        "/start@a@b",
        "/start, please",
        "/😀",
        "/-1",
    ] {
        assert_eq!(Command::parse_any(text), None, "{text:?}");
    }
}

#[test]
fn leaves_out_commands_for_other_bots() {
    for text in ["/go", "/go@my_bot", "/go@My_Bot", "/go@MY_BOT x"] {
        assert!(Command::parse(text, "my_bot").is_some(), "{text:?}");
        assert!(Command::parse(text, "@My_bot").is_some(), "{text:?}");
    }
    for text in ["/go@other_bot", "/go@my_bot2", "/go@my"] {
        assert_eq!(Command::parse(text, "my_bot"), None, "{text:?}");
    }
}

#[test]
fn compares_names_in_any_case() {
    let command = Command::parse_any("/ПОМОЩЬ one  two\nthree").unwrap();
    assert!(command.is("помощь"));
    assert!(!command.is("помощ"));
    assert_eq!(command.args().collect::<Vec<_>>(), ["one", "two", "three"]);
}

proptest! {
    #[test]
    fn takes_any_text(text in ".{0,40}", slash in "/?[a-z]{0,3}@?") {
        let text = slash + &text;
        if let Some(command) = Command::parse_any(&text) {
            let bot = command.bot.map_or(String::new(), |bot| format!("@{bot}"));
            let start = format!("/{}{bot}", command.name);
            prop_assert!(text.starts_with(&start));
            prop_assert!(text.ends_with(command.rest));
            let space = &text[start.len()..text.len() - command.rest.len()];
            prop_assert!(space.chars().all(char::is_whitespace));
        }
    }
}
