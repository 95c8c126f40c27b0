//! Commands in the texts that users send, such as `/start`.

use std::str::SplitWhitespace;

use crate::text::entity::{TextEntity, find_range};

/// A command in a text, such as `/start@my_bot one two`.
///
/// ```
/// use generated::Command;
///
/// let command = Command::parse("/ban@Flea_Bot @mallory for spam", "flea_bot").unwrap();
/// assert_eq!(command.name, "ban");
/// assert_eq!(command.rest, "@mallory for spam");
/// assert_eq!(command.args().next(), Some("@mallory"));
///
/// // A command for another bot in the same chat.
/// assert_eq!(Command::parse("/ban@other_bot", "flea_bot"), None);
/// assert_eq!(Command::parse("What about /ban?", "flea_bot"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Command<'a> {
    /// The name as the user wrote it, without the slash.
    pub name: &'a str,
    /// The user name of the bot that the command is for, without the `@`, if there is one.
    pub bot: Option<&'a str>,
    /// All that follows the command, without the space before it.
    pub rest: &'a str,
}

impl<'a> Command<'a> {
    /// Parses the command that a text begins with, unless it is for a bot that has another user
    /// name than `bot`.
    ///
    /// A name consists of letters, digits and `_`, of any script. White space or the end of the
    /// text must follow, so that `/usr/bin` is no command.
    pub fn parse(text: &'a str, bot: &str) -> Option<Self> {
        Self::parse_any(text).filter(|command| command.is_for(bot))
    }

    /// Parses the command that a text begins with, for whichever bot it is.
    pub fn parse_any(text: &'a str) -> Option<Self> {
        let (command, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
        Self::split_name(command, rest)
    }

    /// Parses the command that an entity marks, anywhere in its text.
    ///
    /// A server may find commands where [`parse`](Self::parse) finds none, such as in `See /help.`
    pub fn of_entity<E: TextEntity>(text: &'a str, entity: &E) -> Option<Self> {
        let is_command = E::COMMAND == Some(entity.word());
        let range = find_range(entity, text).filter(|_| is_command)?;
        Self::split_name(text.get(range.clone())?, text.get(range.end..)?)
    }

    /// Checks whether the command has this name, in upper or lower case.
    pub fn is(&self, name: &str) -> bool {
        is_same_name(self.name, name)
    }

    /// Checks whether the command is for the bot that has this user name: it names that bot, in upper
    /// or lower case, or none.
    pub fn is_for(&self, bot: &str) -> bool {
        let bot = bot.strip_prefix('@').unwrap_or(bot);
        self.bot.is_none_or(|named| is_same_name(named, bot))
    }

    /// The words that follow the command.
    pub fn args(&self) -> SplitWhitespace<'a> {
        self.rest.split_whitespace()
    }

    /// Splits `/start@my_bot`, which `rest` follows.
    fn split_name(command: &'a str, rest: &'a str) -> Option<Self> {
        let command = command.strip_prefix('/')?;
        let (name, bot) = match command.split_once('@') {
            Some((name, bot)) => (name, Some(bot)),
            None => (command, None),
        };
        (is_name(name) && bot.is_none_or(is_name)).then(|| Self {
            name,
            bot,
            rest: rest.trim_start(),
        })
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

fn is_same_name(one: &str, other: &str) -> bool {
    let lower = |text: &'_ str| {
        text.chars()
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    lower(one) == lower(other)
}
