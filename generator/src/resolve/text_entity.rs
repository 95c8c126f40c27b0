//! The type that marks parts of a text, as the API's `markup.yaml` names it: its fields, and the
//! words and marks that the page has fields and values for.
//!
//! A page older than the file lacks words and fields: what needs them is left out.

use schema::markup::{Language, Marks, Markup, Word};
use schema::schema::Field;
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::string_enum::is_string_enum;

/// A type that marks parts of a text.
pub(crate) struct TextEntity<'a> {
    pub(crate) markup: &'a Markup,
    /// The field for the word, such as `bold`.
    pub(crate) word: &'a Field,
    pub(crate) offset: &'a Field,
    pub(crate) length: &'a Field,
    /// The words that the page has, and marks that there are fields for.
    pub(crate) languages: Vec<MarkupLanguage<'a>>,
}

/// A markup language, as far as the page allows.
pub(crate) struct MarkupLanguage<'a> {
    pub(crate) name: &'a str,
    pub(crate) language: &'a Language,
    pub(crate) words: Vec<MarkedWord<'a>>,
}

/// A word with its marks.
pub(crate) struct MarkedWord<'a> {
    pub(crate) name: &'a str,
    pub(crate) word: &'a Word,
    pub(crate) marks: Vec<&'a Marks>,
}

/// Finds what a type, by its name on the page, marks a text with.
pub(crate) fn find_text_entity<'a>(api: &'a Api, name: &str) -> Option<TextEntity<'a>> {
    let markup = api.model.markup.as_ref()?;
    if markup.entity != name {
        return None;
    }
    let fields = api.struct_fields(name)?;
    let find = |name: &str| {
        fields
            .iter()
            .find(|field| field.name == name && field.required)
    };
    let word = find("type").filter(|field| is_string_enum(&field.ty))?;
    let [offset, length] = [find("offset")?, find("length")?];
    if [offset, length]
        .iter()
        .any(|field| field.ty != Type::Integer)
    {
        return None;
    }
    let known = api
        .string_enums
        .iter()
        .find(|one| Type::Named(one.key()) == word.ty)?;
    let languages = markup
        .languages
        .iter()
        .map(|(name, language)| MarkupLanguage {
            name,
            language,
            words: find_words(api, &markup.entity, language, &known.values),
        });
    Some(TextEntity {
        markup,
        word,
        offset,
        length,
        languages: languages.collect(),
    })
}

fn find_words<'a>(
    api: &Api,
    entity: &str,
    language: &'a Language,
    known: &[String],
) -> Vec<MarkedWord<'a>> {
    let words = language
        .words
        .iter()
        .filter(|(name, _)| known.contains(name));
    let words = words.map(|(name, word)| {
        let marks = word.marks().iter();
        let marks = marks.filter(|marks| {
            let mut paths = marks.fields().into_iter();
            paths.all(|path| find_path(api, entity, path).is_some())
        });
        MarkedWord {
            name,
            word,
            marks: marks.collect(),
        }
    });
    words.filter(|word| !word.marks.is_empty()).collect()
}

/// Finds the fields on the way to a value that can be written: `user`, then `id` of its type.
pub(crate) fn find_path<'a>(
    api: &'a Api,
    owner: &str,
    path: &str,
) -> Option<Vec<(String, &'a Field)>> {
    let mut steps: Vec<(String, &Field)> = Vec::new();
    let mut owner = owner.to_owned();
    for name in path.split('.') {
        let fields = api.struct_fields(&owner)?;
        let field = fields.iter().find(|field| field.name == name)?;
        let next = match &field.ty {
            Type::Named(ty) => ty.clone(),
            _ => String::new(),
        };
        steps.push((std::mem::replace(&mut owner, next), field));
    }
    let (_, last) = steps.last()?;
    let is_plain = matches!(last.ty, Type::String | Type::Integer) || is_string_enum(&last.ty);
    is_plain.then_some(steps)
}

impl TextEntity<'_> {
    /// The words that are nothing but a look in every language that has them, and each once.
    pub(crate) fn plain_words(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.words().map(|word| word.name).collect();
        names.sort_unstable();
        names.dedup();
        let is_plain = |name: &&str| {
            self.words()
                .filter(|word| word.name == *name)
                .all(MarkedWord::is_plain)
        };
        names.into_iter().filter(is_plain).collect()
    }

    /// The marked words of all languages.
    pub(crate) fn words(&self) -> impl Iterator<Item = &MarkedWord<'_>> {
        self.languages.iter().flat_map(|one| &one.words)
    }
}

impl MarkedWord<'_> {
    /// Checks whether its marks are always the same, and go around any part of a text.
    fn is_plain(&self) -> bool {
        let has_values = self.marks.iter().any(|marks| !marks.fields().is_empty());
        !has_values && !self.word.is_verbatim() && self.word.each_line().is_empty()
    }

    /// The values that it can't be marked without: the page's fields, by their paths.
    pub(crate) fn needed_fields(&self) -> Vec<&str> {
        self.marks
            .last()
            .map(|marks| marks.fields())
            .unwrap_or_default()
    }
}
