//! Doc comments: in come texts and facts, out go lines that rustdoc reads as plain text.

mod escape;
mod facts;
mod rule;

use proc_macro2::TokenStream;
use quote::quote;
use schema::manifest::Manifest;
use schema::schema::Field;
use schema::ty::Type;

use crate::resolve::api::Api;

pub(crate) use self::escape::paragraph;
pub(crate) use self::rule::describe_rule;

/// The lines of a doc comment, in paragraphs. Every text in it is safe Markdown already.
#[derive(Clone, Debug, Default)]
pub(crate) struct Doc(Vec<String>);

impl Doc {
    /// A comment that starts with a text of the schema's or, where it has none, with `fallback`.
    pub(crate) fn new(text: Option<&str>, fallback: &str) -> Self {
        let mut paragraphs = text.map(escape::paragraphs).unwrap_or_default();
        if paragraphs.is_empty() {
            paragraphs.push(fallback.to_owned());
        }
        Self(paragraphs)
    }

    /// The comment of a parameter or a field: its text, its facts, and its name in JSON where the page
    /// has another.
    pub(crate) fn of_field(field: &Field, kind: &str) -> Self {
        let fallback = format!("The `{}` {kind}.", field.name);
        let mut doc = Self::new(field.doc.as_deref(), &fallback);
        let mut facts = facts::describe_facts(&field.facts);
        let wire_name = field.wire_name.as_deref();
        facts.extend(wire_name.map(|name| format!("In JSON: {}.", escape::code(name))));
        if let (Some(last), false) = (doc.0.last_mut(), facts.is_empty()) {
            escape::end_sentence(last);
            last.push(' ');
            last.push_str(&facts.join(" "));
        }
        doc
    }

    /// Adds a paragraph, where there is one to add.
    #[must_use]
    pub(crate) fn and(mut self, paragraph: impl Into<Option<String>>) -> Self {
        self.0.extend(paragraph.into());
        self
    }

    /// The lines, with an empty one between paragraphs, for a comment this far from the margin.
    pub(crate) fn lines(&self, indent: usize) -> Vec<String> {
        let paragraphs: Vec<_> = self
            .0
            .iter()
            .map(|p| escape::wrap_lines(p, indent))
            .collect();
        paragraphs.join(&[String::new()][..])
    }

    /// The comment as attributes of an item this far from the margin.
    pub(crate) fn tokens(&self, indent: usize) -> TokenStream {
        let lines = self.lines(indent).into_iter().map(|line| {
            let line = if line.is_empty() {
                line
            } else {
                format!(" {line}")
            };
            quote!(#[doc = #line])
        });
        lines.collect()
    }
}

/// Describes the value that a method returns, with a link to its type.
pub(crate) fn describe_response(api: &Api, returns: Option<&Type>) -> String {
    match returns {
        Some(ty) => format!("Returns {}.", describe_type(api, ty)),
        None => "Returns raw [JSON](crate::Raw): the reference does not state a type.".to_owned(),
    }
}

fn describe_type(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Integer => "an integer".to_owned(),
        Type::Float => "a number".to_owned(),
        Type::String => "a string".to_owned(),
        Type::Boolean => "a boolean".to_owned(),
        Type::True => "`true`".to_owned(),
        Type::InputFile => "a [file](crate::InputFile) to upload".to_owned(),
        Type::Array(item) => format!("a list of {}", describe_many(api, item)),
        named => format!("[`{}`]", api.rust_name(named).unwrap_or_default()),
    }
}

fn describe_many(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Integer => "integers".to_owned(),
        Type::Float => "numbers".to_owned(),
        Type::String => "strings".to_owned(),
        Type::Boolean => "booleans".to_owned(),
        Type::InputFile => "[files](crate::InputFile) to upload".to_owned(),
        Type::Array(item) => format!("lists of {}", describe_many(api, item)),
        other => describe_type(api, other),
    }
}

/// The comment of a member of a union: the first paragraph of its own, where it has one.
pub(crate) fn member_doc(api: &Api, member: &Type) -> Doc {
    let def = match member {
        Type::Named(name) => api.model.schema.type_def(name),
        _ => None,
    };
    let text = def.and_then(|def| def.doc.as_deref());
    let mut doc = Doc::new(text, &describe_union(api, std::slice::from_ref(member)));
    doc.0.truncate(1);
    doc
}

/// Describes the values of a union: `A string or a list of integers.`
pub(crate) fn describe_union(api: &Api, members: &[Type]) -> String {
    let all: Vec<String> = members
        .iter()
        .map(|member| describe_type(api, member))
        .collect();
    let text = match all.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    };
    let (first, rest) = text.split_at(usize::from(text.starts_with(|c: char| c.is_ascii())));
    format!("{}{rest}.", first.to_ascii_uppercase())
}

/// A link to the place in the reference, where the manifest knows its address.
pub(crate) fn reference_link(manifest: &Manifest, place: Option<&str>) -> Option<String> {
    let url = reference_url(manifest, place)?;
    Some(format!("[Reference]({})", escape::escape_url(&url)?))
}

/// The address of that place.
pub(crate) fn reference_url(manifest: &Manifest, place: Option<&str>) -> Option<String> {
    let place = place?;
    if place.starts_with('#') {
        return Some(format!("{}{place}", manifest.page.url.as_deref()?));
    }
    Some(place.to_owned())
}
