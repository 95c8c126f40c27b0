//! The way from an API to its findings: page or committed schema → overrides → lints.

use std::time::SystemTime;

use generator::compat::removed_history::{self, Removed};
use generator::compat::required_history::{self, Renewed};
use reader::lint::{self, Context, Corrections};
use schema::diagnostic::{Diagnostic, Level};
use schema::load::{ApiFolder, Corrected, bases_of, merge};
use schema::{PageLock, Schema};

use crate::error::CommandError;
use crate::pages::Fetched;
use crate::render::human::count_level;

/// An API that was read, corrected, and checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The API.
    pub api: ApiFolder,
    /// Its page, where it is at hand.
    pub fetched: Option<Fetched>,
    /// The schema that the page states, or the committed one in its place.
    pub stated: Schema,
    /// The same after the overrides.
    pub corrected: Corrected,
    /// `page.lock` as it should be.
    pub lock: PageLock,
    /// The changes to the record of what was required, where the page replaces the committed
    /// schema.
    pub history: Renewed,
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// Counts the findings of a level.
    pub fn count_findings(&self, level: Level) -> usize {
        count_level(&self.diagnostics, level)
    }

    /// Counts the overrides in force.
    pub fn count_corrections(&self) -> usize {
        self.api.overrides.value.len() - self.corrected.stale.len()
    }

    /// Reports a page that is not whole and must not replace what is committed.
    pub fn refuse_page(&self) -> Vec<Diagnostic> {
        lint::refuse_page(&self.lint_context(None))
    }

    fn lint_context<'a>(&'a self, base: Option<&'a Schema>) -> Context<'a> {
        let api = &self.api;
        Context {
            schema: &self.corrected.schema,
            base,
            page: self.fetched.as_ref().map(|fetched| &fetched.page),
            corrections: Some(Corrections {
                source: &api.overrides.source,
                overrides: &api.overrides.value,
                errors: &self.corrected.stale,
            }),
            manifest: Some((&api.manifest.source, &api.manifest.value)),
            words: Some((&api.words.source, &api.words.value)),
            committed: api.committed(),
        }
    }

    /// Names the origin of the schema.
    pub fn describe_origin(&self) -> String {
        match &self.fetched {
            Some(fetched) => format!("from {}", fetched.page.source.name()),
            None => "from its schema.yaml, no page at hand".to_owned(),
        }
    }

    /// Tells a page at hand from the one that `page.lock` records.
    pub fn is_other_page(&self) -> bool {
        let recorded = self.api.lock.sha256.as_deref();
        let fetched = self.fetched.as_ref();
        fetched.is_some_and(|fetched| recorded != Some(&fetched.sha256))
    }
}

/// Lints the wanted ones, each against its bases among all.
///
/// # Errors
///
/// If an API extends one that is not among them, or itself.
pub fn lint_all(all: &mut [Checked], is_wanted: impl Fn(&str) -> bool) -> Result<(), CommandError> {
    let folders: Vec<_> = all.iter().map(|one| &one.api).collect();
    let mut found = Vec::new();
    for (index, one) in all.iter().enumerate() {
        if is_wanted(&one.api.name) {
            let bases = bases_of(&folders, index)?;
            let bases = merge(bases.iter().map(|&base| &all[base].corrected.schema));
            found.push((index, lint::run(&one.lint_context(bases.as_deref()))));
        }
    }
    for (index, diagnostics) in found {
        all[index].diagnostics = diagnostics;
    }
    Ok(())
}

/// Corrects an API; it is not linted yet.
///
/// # Errors
///
/// If there is neither a page nor a committed schema.
pub fn correct_api(api: ApiFolder, fetched: Option<Fetched>) -> Result<Checked, CommandError> {
    let stated = stated_schema(&api, fetched.as_ref())?;
    let corrected = api.correct(&stated);
    let (history, removed) = renew_records(&api, fetched.as_ref(), &corrected.schema);
    let records = PageLock {
        was_required: history.record.clone(),
        removed,
        ..api.lock.clone()
    };
    Ok(Checked {
        lock: renew_lock(records, fetched.as_ref()),
        api,
        fetched,
        stated,
        corrected,
        history,
        diagnostics: Vec::new(),
    })
}

/// The records of what was required and of what is gone, renewed where a page takes the place of a
/// committed schema.
fn renew_records(
    api: &ApiFolder,
    fetched: Option<&Fetched>,
    corrected: &Schema,
) -> (Renewed, Removed) {
    let PageLock {
        was_required,
        removed,
        ..
    } = &api.lock;
    let (Some(committed), Some(_)) = (api.committed(), fetched) else {
        let history = Renewed {
            record: was_required.clone(),
            ..Renewed::default()
        };
        return (history, removed.clone());
    };
    // An override that does not fit the old schema is not in force there.
    let was = api.correct(committed).schema;
    (
        required_history::renew(was_required, &was, corrected),
        removed_history::renew(removed, &was, corrected),
    )
}

/// The record of the page: with today's date where it is not the page that was recorded before.
fn renew_lock(old: PageLock, fetched: Option<&Fetched>) -> PageLock {
    let Some(fetched) = fetched else {
        return old;
    };
    let sha256 = Some(fetched.sha256.clone());
    let known_date = old.date.filter(|_| old.sha256 == sha256);
    PageLock {
        version: fetched.page.schema.version.clone(),
        date: known_date.or_else(|| Some(today())),
        sha256,
        ..old
    }
}

fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    now.chars().take_while(|&c| c != 'T').collect()
}

fn stated_schema(api: &ApiFolder, fetched: Option<&Fetched>) -> Result<Schema, CommandError> {
    if let Some(fetched) = fetched {
        return Ok(fetched.page.schema.clone());
    }
    let committed = api.schema.clone()?;
    committed.map(|schema| schema.value).ok_or_else(|| {
        let name = &api.name;
        let message = format!("`{name}` has neither a page nor a schema.yaml yet");
        let help = format!("put its page at schema/pages/{name}.md or .html, or say `--pages DIR`");
        Diagnostic::input_error(message).help(help).into()
    })
}
