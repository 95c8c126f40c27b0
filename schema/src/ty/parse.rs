//! The text of a type expression in, the [`Type`] or the place of what is wrong out.

use std::fmt;
use std::str::FromStr;

use super::Type;

/// The depth at which the parser refuses `Array<Array<…>>`.
const MAX_DEPTH: usize = 16;

/// The reason that a string is not a type expression, and the byte at which it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseTypeError {
    /// The token that was expected or found.
    pub reason: String,
    /// The byte offset in the string.
    pub offset: usize,
}

impl fmt::Display for ParseTypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {} of the type", self.reason, self.offset)
    }
}

impl std::error::Error for ParseTypeError {}

impl FromStr for Type {
    type Err = ParseTypeError;

    fn from_str(text: &str) -> Result<Self, ParseTypeError> {
        let mut parser = Parser { text, at: 0 };
        let ty = parser.union(0)?;
        match parser.peek() {
            None => Ok(ty),
            Some(c) => Err(parser.error(format!("unexpected `{}`", c.escape_debug()))),
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn union(&mut self, depth: usize) -> Result<Type, ParseTypeError> {
        let mut members = vec![self.member(depth)?];
        while self.eat('|') {
            members.push(self.member(depth)?);
        }
        Type::union(members).ok_or_else(|| self.error("expected a type".to_owned()))
    }

    fn member(&mut self, depth: usize) -> Result<Type, ParseTypeError> {
        if depth > MAX_DEPTH {
            return Err(self.error(format!("more than {MAX_DEPTH} nested arrays")));
        }
        let name = self.name()?;
        if name != "Array" {
            return Ok(Type::named(name));
        }
        if !self.eat('<') {
            return Err(self.error("expected `<` after `Array`".to_owned()));
        }
        let item = self.union(depth + 1)?;
        if !self.eat('>') {
            return Err(self.error("expected `>`".to_owned()));
        }
        Ok(Type::array(item))
    }

    fn name(&mut self) -> Result<&str, ParseTypeError> {
        self.peek();
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        if !is_identifier(&rest[..end]) {
            return Err(self.error("expected a type name".to_owned()));
        }
        self.at += end;
        Ok(&rest[..end])
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn peek(&mut self) -> Option<char> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
        self.text[self.at..].chars().next()
    }

    fn error(&self, reason: String) -> ParseTypeError {
        ParseTypeError {
            reason,
            offset: self.at,
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Checks whether a name is an ASCII identifier: letters, digits and `_`, and no digit first.
///
/// Only such names become Rust names; everything else on a page is text.
pub fn is_identifier(name: &str) -> bool {
    !name.starts_with(|c: char| c.is_ascii_digit())
        && name.contains(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(is_word)
}

/// Checks whether a text can be the name of a method: an identifier, or an address such as
/// `chat.post_message`, `message/create` or `GET /notes/{id}`.
pub fn is_method_name(name: &str) -> bool {
    let is_allowed = |c: char| is_word(c) || matches!(c, '.' | '/' | '-' | '{' | '}' | '@' | ' ');
    is_identifier(name)
        || (name.len() <= LONGEST_NAME
            && name.trim() == name
            && name.contains(|c: char| c.is_ascii_alphabetic())
            && name.contains(['.', '/', '-'])
            && name.chars().all(is_allowed))
}

/// The longest name of a method that is no identifier, in bytes.
const LONGEST_NAME: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_a_type_is_wrong() {
        let error = "Array<Integer".parse::<Type>().unwrap_err();
        assert_eq!(error.to_string(), "expected `>` at byte 13 of the type");
        assert!("".parse::<Type>().is_err());
        assert!("A || B".parse::<Type>().is_err());
        assert!("A; B".parse::<Type>().is_err());
        assert!("Array<".repeat(1000).parse::<Type>().is_err());
    }
}
