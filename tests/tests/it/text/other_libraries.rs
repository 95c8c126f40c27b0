//! The same inputs in python-telegram-bot and aiogram: `tests/interop/texts.py` wrote down what they
//! make of them. Where their results differ from ours, it is said here in which way.

use generated::telegram::MessageEntity;
use generated::{Command, Text};
use serde::Deserialize;

use super::Formatted;

#[derive(Deserialize)]
struct Data {
    texts: Vec<Case>,
    commands: Vec<CommandCase>,
}

#[derive(Deserialize)]
struct Case {
    text: String,
    entities: Vec<MessageEntity>,
    python_telegram_bot: Results,
    aiogram: Results,
}

#[derive(Deserialize)]
struct Results {
    parts: Vec<String>,
    html: String,
    markdown_v2: String,
    escaped_html: String,
    escaped_markdown_v2: String,
}

#[derive(Deserialize)]
struct CommandCase {
    text: String,
    /// The name, the bot and what follows.
    aiogram: Option<(String, Option<String>, Option<String>)>,
}

fn data() -> Data {
    serde_json::from_str(include_str!("../../data/texts.json")).unwrap()
}

impl Case {
    fn read(&self) -> Formatted {
        Text::with_entities(&self.text, self.entities.clone())
    }

    /// Checks whether an entity has one of these words.
    fn has(&self, words: &[&str]) -> bool {
        let mut entities = self.entities.iter();
        entities.any(|entity| words.contains(&entity.r#type.as_str()))
    }

    /// Checks whether an address has one of these characters.
    fn has_in_url(&self, chars: &[char]) -> bool {
        let mut urls = self
            .entities
            .iter()
            .filter_map(|entity| entity.url.as_ref());
        urls.any(|url| url.contains(chars))
    }
}

#[test]
fn parts_are_the_same() {
    for case in data().texts {
        let text = case.read();
        let parts: Vec<&str> = text.parts().map(|(_, part)| part).collect();
        assert_eq!(parts, case.python_telegram_bot.parts, "{}", case.text);
        assert_eq!(parts, case.aiogram.parts, "{}", case.text);
        let one_by_one = case.entities.iter().map(|one| one.text_of(&case.text));
        assert_eq!(one_by_one.collect::<Option<Vec<_>>>(), Some(parts));
    }
}

#[test]
fn html_is_the_same() {
    for case in data().texts {
        // Both write addresses as they are, which ends the attribute at a `"`.
        if case.has_in_url(&['&', '"']) {
            continue;
        }
        let ours = case.read().to_html();
        let theirs = case.python_telegram_bot.html;
        // The other name of a spoiler; quotes in a text are escaped; the language of a code block
        // has no prefix, without which clients don't know it.
        let theirs = theirs
            .replace("<span class=\"tg-spoiler\">", "<tg-spoiler>")
            .replace("</span>", "</tg-spoiler>")
            .replace("&quot;", "\"")
            .replace("&#x27;", "'")
            .replace("<code class=\"", "<code class=\"language-");
        assert_eq!(ours, theirs, "{}", case.text);
        // The language of a code block is in an attribute that clients don't know.
        let theirs = case.aiogram.html.replace("<code language=", "<code class=");
        assert_eq!(ours, theirs, "{}", case.text);
    }
}

#[test]
fn markdown_is_the_same() {
    for case in data().texts {
        let ours = case.read().to_markdown_v2();
        // We keep `_` and `__` apart by `**`; one library doesn't, and the other does by `\r`.
        let join = |markdown: &str| markdown.replace("**", "").replace('\r', "");
        let joined = join(&ours);
        let theirs = join(&case.python_telegram_bot.markdown_v2);
        assert_eq!(joined, theirs, "{}", case.text);
        // It escapes code as if it was no code, ends a code block with another line, and does not
        // escape addresses.
        if !case.has(&["code", "pre"]) && !case.has_in_url(&[')', '\\']) {
            let theirs = join(&case.aiogram.markdown_v2);
            // It calls the id of an emoji by another name than the reference does.
            let theirs = theirs.replace("emoji?emoji_id=", "emoji?id=");
            assert_eq!(joined, theirs, "{}", case.text);
        }
    }
}

#[test]
fn escaped_texts_are_the_same() {
    for case in data().texts {
        for theirs in [case.python_telegram_bot, case.aiogram] {
            assert_eq!(Formatted::escape_html(&case.text), theirs.escaped_html);
            let ours = Formatted::escape_markdown_v2(&case.text);
            assert_eq!(ours, theirs.escaped_markdown_v2);
        }
    }
}

#[test]
fn commands_are_the_same() {
    for case in data().commands {
        let ours = Command::parse_any(&case.text).map(|one| {
            let rest = Some(one.rest).filter(|rest| !rest.is_empty());
            let owned = |text: &str| text.to_owned();
            (owned(one.name), one.bot.map(owned), rest.map(owned))
        });
        // It takes any first word without white space for a command.
        let theirs = case.aiogram.filter(|(name, _, _)| !name.starts_with('/'));
        assert_eq!(ours, theirs, "{:?}", case.text);
    }
}
