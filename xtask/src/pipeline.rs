//! The way from an API to its findings: page or committed schema → overrides → lints.

use generator::compat::required_history::{self, Renewed};
use reader::lint::{self, Context, Corrections};
use schema::diagnostic::{Diagnostic, Level};
use schema::overrides::{self, OverrideError};
use schema::schema::Schema;

use crate::api::Api;
use crate::error::{CommandError, failure};
use crate::pages::Fetched;
use crate::render::human::count;

/// An API that was read, corrected, and checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The API.
    pub api: Api,
    /// Its page, where it is at hand.
    pub fetched: Option<Fetched>,
    /// What the page states, or the committed schema in its place.
    pub stated: Schema,
    /// The same after the overrides.
    pub corrected: Schema,
    /// How many overrides are in force.
    pub corrections: usize,
    /// Those that are not, by their index.
    pub stale: Vec<(usize, OverrideError)>,
    /// What the page that takes the place of the committed schema changed in the record of what
    /// was required. The manifest in `api` has the renewed record.
    pub history: Renewed,
    /// What is left to find.
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    /// How many findings there are of a level.
    pub fn count(&self, level: Level) -> usize {
        count(&self.diagnostics, level)
    }

    /// Says so where the page is not whole and must not replace what is committed.
    pub fn cut_off(&self) -> Option<Diagnostic> {
        lint::cut_off(&self.context(None))
    }

    /// Looks for what is left wrong; `base` is the schema of the API that it extends.
    pub fn lint(&self, base: Option<&Schema>) -> Vec<Diagnostic> {
        lint::run(&self.context(base))
    }

    fn context<'a>(&'a self, base: Option<&'a Schema>) -> Context<'a> {
        let api = &self.api;
        Context {
            schema: &self.corrected,
            base,
            page: self.fetched.as_ref().map(|fetched| &fetched.page),
            corrections: Some(Corrections {
                source: &api.overrides.source,
                overrides: &api.overrides.value,
                errors: &self.stale,
            }),
            manifest: Some((&api.manifest.source, &api.manifest.value)),
            words: Some((&api.words.source, &api.words.value)),
            committed: self.committed(),
        }
    }

    /// The schema that is committed, where there is one that can be read.
    pub fn committed(&self) -> Option<&Schema> {
        let committed = self.api.schema.as_ref().ok()?.as_ref();
        committed.map(|loaded| &loaded.value)
    }

    /// Where the schema was read from.
    pub fn origin(&self) -> String {
        match &self.fetched {
            Some(fetched) => format!("from {}", fetched.page.source.name()),
            None => "from its schema.yaml, no page at hand".to_owned(),
        }
    }
}

/// Corrects an API; nothing is looked for yet.
///
/// # Errors
///
/// Where there is neither a page nor a committed schema.
pub fn correct(mut api: Api, fetched: Option<Fetched>) -> Result<Checked, CommandError> {
    let stated = stated(&api, fetched.as_ref())?;
    let mut corrected = stated.clone();
    let stale = overrides::apply(&mut corrected, &api.overrides.value);
    let history = history(&api, fetched.as_ref(), &corrected);
    api.manifest.value.was_required = history.record.clone();
    Ok(Checked {
        corrections: api.overrides.value.len() - stale.len(),
        api,
        fetched,
        stated,
        corrected,
        stale,
        history,
        diagnostics: Vec::new(),
    })
}

/// The record of what was required, renewed where a page takes the place of a committed schema.
fn history(api: &Api, fetched: Option<&Fetched>, corrected: &Schema) -> Renewed {
    let recorded = &api.manifest.value.was_required;
    match (&api.schema, fetched) {
        (Ok(Some(committed)), Some(_)) => {
            let mut was = committed.value.clone();
            // What does not fit the old schema is not in force there.
            overrides::apply(&mut was, &api.overrides.value);
            required_history::renew(recorded, &was, corrected)
        }
        _ => Renewed {
            record: recorded.clone(),
            ..Renewed::default()
        },
    }
}

fn stated(api: &Api, fetched: Option<&Fetched>) -> Result<Schema, CommandError> {
    if let Some(fetched) = fetched {
        return Ok(fetched.page.schema.clone());
    }
    let committed = api.schema.clone().map_err(CommandError::Input)?;
    committed.map(|schema| schema.value).ok_or_else(|| {
        let name = &api.name;
        let told = failure(format!("`{name}` has neither a page nor a schema.yaml yet"));
        let help = format!("put its page at schema/pages/{name}.md or .html, or say `--pages DIR`");
        told.help(help).into()
    })
}
