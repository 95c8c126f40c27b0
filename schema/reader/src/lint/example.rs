//! Examples: the files that show a lint. `explain` prints them, and the tests run each lint on
//! its own.

use std::sync::Arc;

use super::{Context, Corrections, run};
use schema::diagnostic::Diagnostic;
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::{self, Override};
use schema::schema::Schema;
use schema::source::Source;
use schema::yaml::{self, YamlError};

/// A page in Markdown, with the other files that matter to a lint; empty where there are none.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    page: &'static str,
    base: &'static str,
    committed: &'static str,
    overrides: &'static str,
    words: &'static str,
    manifest: &'static str,
}

impl Example {
    /// A page alone.
    pub(super) const fn page(page: &'static str) -> Self {
        Self {
            page,
            base: "",
            committed: "",
            overrides: "",
            words: "",
            manifest: "",
        }
    }

    /// The page of the API that is extended.
    pub(super) const fn base(mut self, page: &'static str) -> Self {
        self.base = page;
        self
    }

    /// The page that the committed schema was read from.
    pub(super) const fn committed(mut self, page: &'static str) -> Self {
        self.committed = page;
        self
    }

    /// What `overrides.yaml` holds.
    pub(super) const fn overrides(mut self, text: &'static str) -> Self {
        self.overrides = text;
        self
    }

    /// What `words.yaml` holds.
    pub(super) const fn words(mut self, text: &'static str) -> Self {
        self.words = text;
        self
    }

    /// What `api.yaml` holds.
    pub(super) const fn manifest(mut self, text: &'static str) -> Self {
        self.manifest = text;
        self
    }

    /// The files that are there, each with what it is.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let all = [
            ("the page", self.page),
            ("the page of the API that it extends", self.base),
            ("the page as it was before", self.committed),
            ("overrides.yaml", self.overrides),
            ("words.yaml", self.words),
            ("api.yaml", self.manifest),
        ];
        let is_there = |(_, text): &(&str, &str)| !text.is_empty();
        all.into_iter().filter(is_there)
    }

    /// What is found in it.
    ///
    /// # Errors
    ///
    /// Where one of its YAML files can't be read.
    pub fn run(&self) -> Result<Vec<Diagnostic>, YamlError> {
        let page = match crate::read("example", &Source::new("page.md", self.page)) {
            Ok(page) => page,
            Err(found) => return Ok(found),
        };
        let (overrides_source, overrides) =
            load::<Vec<Override>>("overrides.yaml", self.overrides)?;
        let (words_source, words) = load::<DocTexts>("words.yaml", self.words)?;
        let (manifest_source, manifest) = load::<Option<Manifest>>("api.yaml", self.manifest)?;
        let mut schema = page.schema.clone();
        let errors = overrides::apply(&mut schema, &overrides);
        let (base, committed) = (stated(self.base), stated(self.committed));
        Ok(run(&Context {
            base: base.as_ref(),
            committed: committed.as_ref(),
            corrections: Some(Corrections {
                source: &overrides_source,
                overrides: &overrides,
                errors: &errors,
            }),
            manifest: manifest
                .as_ref()
                .map(|manifest| (&manifest_source, manifest)),
            words: (!self.words.is_empty()).then_some((&words_source, &words)),
            ..Context::of_page(&page, &schema)
        }))
    }
}

/// The value of a YAML text; the default where it is empty.
fn load<T>(name: &str, text: &str) -> Result<(Arc<Source>, T), YamlError>
where
    T: Default + serde::de::DeserializeOwned,
{
    let value: Option<T> = yaml::load(text)?;
    Ok((Source::new(name, text), value.unwrap_or_default()))
}

/// What a page states, where there is one.
fn stated(text: &str) -> Option<Schema> {
    let page = crate::read("base", &Source::new("base.md", text));
    page.ok().map(|page| page.schema.without_prose())
}
