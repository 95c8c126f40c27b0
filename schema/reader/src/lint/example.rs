//! Examples: small files with one mistake, and its correction. The documentation shows them, and
//! one test runs them all.

use std::sync::Arc;

use super::{Context, Corrections, run};
use schema::diagnostic::Diagnostic;
use schema::doc_texts::DocTexts;
use schema::manifest::Manifest;
use schema::overrides::{self, Override};
use schema::schema::Schema;
use schema::source::Source;
use schema::yaml::{self, YamlError};

/// The mark before the place that a finding points at; it is no part of the file.
const MARK: char = '▸';

/// Files in which a lint, and no other one, has exactly one finding.
pub struct Example {
    /// The page, in Markdown.
    pub page: &'static str,
    /// The other files that matter to the lint.
    pub others: &'static [(File, &'static str)],
    /// The message of the finding. Its place is marked in one of the files.
    pub message: &'static str,
    /// The text that is wrong, which the files have once, and what corrects it.
    pub fix: (&'static str, &'static str),
}

/// The kinds of files that lints look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The page.
    Page,
    /// The page of the API that is extended.
    Base,
    /// The page that the committed schema was read from.
    Committed,
    /// The file `overrides.yaml`.
    Overrides,
    /// The file `words.yaml`.
    DocTexts,
    /// The file `api.yaml`.
    Manifest,
}

impl File {
    /// Its title in the documentation.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Page => "The page",
            Self::Base => "The page of the API that it extends",
            Self::Committed => "The page as it was before",
            Self::Overrides | Self::DocTexts | Self::Manifest => self.name(),
        }
    }

    /// Its name in a finding.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "page.md",
            Self::Base => "base.md",
            Self::Committed => "committed.md",
            Self::Overrides => "overrides.yaml",
            Self::DocTexts => "words.yaml",
            Self::Manifest => "api.yaml",
        }
    }
}

impl Example {
    /// The files with the mistake.
    pub fn bad(&self) -> Files {
        self.map(|text| text.replace(MARK, ""))
    }

    /// The files with the mistake corrected.
    pub fn good(&self) -> Files {
        let (wrong, right) = self.fix;
        self.map(|text| text.replace(MARK, "").replace(wrong, right))
    }

    /// The file that has the mistake.
    pub(super) fn mistaken_file(&self) -> File {
        let mut files = self.bad().0.into_iter();
        files
            .find(|(_, text)| text.contains(self.fix.0))
            .map_or(File::Page, |(file, _)| file)
    }

    /// The place that the finding points at: a file's name, a line and a column.
    pub fn place(&self) -> Option<(&'static str, usize, usize)> {
        self.map(str::to_owned)
            .0
            .into_iter()
            .find_map(|(file, text)| {
                let (before, _) = text.split_once(MARK)?;
                let line = before.matches('\n').count() + 1;
                let start = before.rsplit('\n').next().unwrap_or_default();
                Some((file.name(), line, start.chars().count() + 1))
            })
    }

    fn map(&self, edit: impl Fn(&str) -> String) -> Files {
        let page = (File::Page, self.page);
        let all = [page].into_iter().chain(self.others.iter().copied());
        Files(all.map(|(file, text)| (file, edit(text))).collect())
    }
}

/// The files of an example.
#[derive(Clone, Debug)]
pub struct Files(Vec<(File, String)>);

impl Files {
    /// The text of a file; empty where there is none.
    pub fn text(&self, file: File) -> &str {
        let mut files = self.0.iter();
        files
            .find(|(other, _)| *other == file)
            .map_or("", |(_, text)| text)
    }

    /// The files that are there.
    pub fn iter(&self) -> impl Iterator<Item = (File, &str)> {
        let files = self.0.iter().map(|(file, text)| (*file, text.as_str()));
        files.filter(|(_, text)| !text.is_empty())
    }

    /// Runs every lint.
    ///
    /// # Errors
    ///
    /// If one of the YAML files can't be read.
    pub fn lint(&self) -> Result<Vec<Diagnostic>, YamlError> {
        let page = match crate::read("example", &self.source(File::Page)) {
            Ok(page) => page,
            Err(found) => return Ok(found),
        };
        let (overrides_source, overrides) = self.load::<Vec<Override>>(File::Overrides)?;
        let (words_source, words) = self.load::<Option<DocTexts>>(File::DocTexts)?;
        let (manifest_source, manifest) = self.load::<Option<Manifest>>(File::Manifest)?;
        let mut schema = page.schema.clone();
        let errors = overrides::apply(&mut schema, &overrides);
        let (base, committed) = (self.schema(File::Base), self.schema(File::Committed));
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
            words: words.as_ref().map(|words| (&words_source, words)),
            ..Context::of_page(&page, &schema)
        }))
    }

    fn source(&self, file: File) -> Arc<Source> {
        Source::new(file.name(), self.text(file))
    }

    /// Reads a YAML file; the default where there is none.
    fn load<T>(&self, file: File) -> Result<(Arc<Source>, T), YamlError>
    where
        T: Default + serde::de::DeserializeOwned,
    {
        let value: Option<T> = yaml::load(self.text(file))?;
        Ok((self.source(file), value.unwrap_or_default()))
    }

    /// Reads the schema of a page, where there is one.
    fn schema(&self, file: File) -> Option<Schema> {
        let page = crate::read("base", &self.source(file));
        page.ok().map(|page| page.schema.without_prose())
    }
}
