//! Texts with entities: parts that are bold, or links, or otherwise special. They are built, taken
//! apart, and written in the markup languages of a platform.
//!
//! Nothing here knows the words of a platform. What marks a bold part is a fact of its API, from
//! which the functions `bold` and `to_html` of [`Text`] are generated.

pub(crate) mod entity;
pub(crate) mod markup;
mod render;
mod spans;
mod utf16;

use self::entity::TextEntity;
use self::utf16::{Utf16Index, count_units};

/// A text with entities, for the platform that has the entities `E`.
///
#[cfg_attr(feature = "telegram", doc = "```")]
#[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
/// use generated::telegram::SendMessage;
/// use generated::Text;
///
/// let text = Text::new()
///     .push("Dear ")
///     .bold(Text::from("Ms ").italic("Müller"))
///     .push(", see ")
///     .text_link("this page", "https://example.org/?a=1&b=2")
///     .push(".");
/// assert_eq!(text.as_str(), "Dear Ms Müller, see this page.");
/// assert_eq!(
///     text.to_html(),
///     "Dear <b>Ms <i>Müller</i></b>, see \
///      <a href=\"https://example.org/?a=1&amp;b=2\">this page</a>.",
/// );
///
/// // No parse mode: the entities say it all.
/// let request = SendMessage::new(42, &text).entities(&text);
/// assert_eq!(request.entities.unwrap()[0].text_of(&request.text), Some("Ms Müller"));
/// ```
///
/// Nothing is trimmed, though a server may trim what it is sent. Bold text next to bold text is one
/// entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Text<E> {
    text: String,
    /// The length of the text in UTF-16 code units.
    length: i64,
    entities: Vec<E>,
}

impl<E: TextEntity> Text<E> {
    /// Creates an empty text.
    pub fn new() -> Self {
        Self::with_entities("", [])
    }

    /// Creates a text from what a server sent.
    ///
    /// Entities that lie outside of the text, or begin within a character, are kept, and are not
    /// written as markup.
    pub fn with_entities(text: impl Into<String>, entities: impl IntoIterator<Item = E>) -> Self {
        let text = text.into();
        Self {
            length: count_units(&text),
            text,
            entities: entities.into_iter().collect(),
        }
    }

    /// The text without its entities.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The entities.
    pub fn entities(&self) -> &[E] {
        &self.entities
    }

    /// Returns the text and the entities.
    pub fn into_parts(self) -> (String, Vec<E>) {
        (self.text, self.entities)
    }

    /// Returns each entity with its part of the text. Those that lie outside of the text, or begin
    /// or end within a character, have none.
    pub fn parts(&self) -> impl Iterator<Item = (&E, &str)> {
        let index = Utf16Index::new(&self.text);
        let parts = self.entities.iter();
        parts.filter_map(move |entity| {
            let range = index.find_range(entity.offset(), entity.length())?;
            Some((entity, self.text.get(range)?))
        })
    }

    /// Appends a text, with its entities if it has any.
    #[must_use]
    pub fn push(mut self, other: impl Into<Self>) -> Self {
        let other = other.into();
        let start = self.length;
        self.text.push_str(&other.text);
        self.length = self.length.saturating_add(other.length);
        for mut entity in other.entities {
            let offset = entity.offset().saturating_add(start);
            entity.set_range(offset, entity.length());
            self.add_entity(entity, start);
        }
        self
    }

    /// Appends a text that as a whole is the part of an entity: its place is set here.
    ///
    #[cfg_attr(feature = "telegram", doc = "```")]
    #[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
    /// use generated::telegram::{MessageEntity, MessageEntityType};
    /// use generated::Text;
    ///
    /// let code = MessageEntity::new(MessageEntityType::Pre, 0, 0).language("rust");
    /// let text = Text::from("So:\n").mark(code, "let x = 1 < 2;");
    /// assert_eq!(
    ///     text.to_html(),
    ///     "So:\n<pre><code class=\"language-rust\">let x = 1 &lt; 2;</code></pre>",
    /// );
    /// ```
    #[must_use]
    pub fn mark(self, mut entity: E, text: impl Into<Self>) -> Self {
        let mut inner = text.into();
        if inner.length == 0 {
            return self;
        }
        entity.set_range(0, inner.length);
        if entity.is_plain() {
            // Bold text within bold text is no bolder.
            inner.entities.retain(|one| one.word() != entity.word());
        }
        inner.entities.insert(0, entity);
        self.push(inner)
    }

    /// Adds an entity of what was appended at `start`. It continues one that ends there, if both are
    /// the same but for their places: `<b>a</b><b>b</b>` is `<b>ab</b>`.
    fn add_entity(&mut self, entity: E, start: i64) {
        let before = if entity.is_plain() && entity.offset() == start {
            let mut entities = self.entities.iter_mut();
            entities.find(|before| continues(&entity, before))
        } else {
            None
        };
        match before {
            Some(before) => {
                let length = before.length().saturating_add(entity.length());
                before.set_range(before.offset(), length);
            }
            None => self.entities.push(entity),
        }
    }
}

/// Checks whether an entity begins where another one ends, and is the same in all else.
fn continues<E: TextEntity>(entity: &E, before: &E) -> bool {
    let mut same = before.clone();
    same.set_range(entity.offset(), entity.length());
    before.offset().saturating_add(before.length()) == entity.offset() && same == *entity
}

impl<E: TextEntity> Default for Text<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: TextEntity> From<&str> for Text<E> {
    fn from(text: &str) -> Self {
        Self::with_entities(text, [])
    }
}

impl<E: TextEntity> From<String> for Text<E> {
    fn from(text: String) -> Self {
        Self::with_entities(text, [])
    }
}

impl<E: TextEntity> From<&String> for Text<E> {
    fn from(text: &String) -> Self {
        Self::with_entities(text, [])
    }
}

/// The text without its entities.
impl<E> From<Text<E>> for String {
    fn from(text: Text<E>) -> Self {
        text.text
    }
}

/// The text without its entities.
impl<E> From<&Text<E>> for String {
    fn from(text: &Text<E>) -> Self {
        text.text.clone()
    }
}

/// The entities, as the setters of requests take them.
impl<E: Clone> IntoIterator for &Text<E> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.entities.clone().into_iter()
    }
}
