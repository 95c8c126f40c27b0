//! The subject of a view: an API's name or a page's path in, all that the view shows of it out.

use std::path::Path;
use std::sync::Arc;

use reader::Format;
use reader::account::Account;
use reader::lint::{self, Context};
use schema::diagnostic::{Diagnostic, Label};
use schema::suggest::did_you_mean;
use schema::{Schema, Source, Span};

use crate::cli::Inspect;
use crate::commands::check_apis::{PageChoice, check_apis};
use crate::error::CommandError;
use crate::pages;
use crate::pipeline::Checked;
use crate::workspace::Workspace;

/// A page as it was read, corrected and linted.
pub(super) struct Subject {
    /// The API's name, or one made of the page's.
    pub(super) name: String,
    /// The page's text.
    pub(super) source: Arc<Source>,
    /// What each part of it became.
    pub(super) account: Account,
    /// The schema that it states.
    pub(super) stated: Schema,
    /// The same after the overrides.
    pub(super) corrected: Schema,
    /// The findings, by place.
    pub(super) findings: Vec<Diagnostic>,
    /// The number of overrides in force.
    pub(super) corrections: usize,
    /// Set unless no reader makes anything of the page.
    pub(super) is_readable: bool,
}

impl Subject {
    /// Reads the page that the options name.
    pub(super) fn find(workspace: &Workspace, options: &Inspect) -> Result<Self, CommandError> {
        let names = workspace.api_names()?;
        let path = Path::new(&options.subject);
        if names.contains(&options.subject) {
            return or_unreadable(path, Self::of_api(workspace, options));
        }
        if !path.exists() {
            return Err(neither(&options.subject, &names));
        }
        if options.pages.is_some() {
            return Err(Diagnostic::input_error("`--pages` goes with the name of an API").into());
        }
        or_unreadable(path, Self::of_page(workspace, path))
    }

    /// An API's page, as `lint API` reads it.
    fn of_api(workspace: &Workspace, options: &Inspect) -> Result<Self, CommandError> {
        let name = options.subject.as_str();
        let pages = PageChoice {
            from: None,
            folder: pages::find_folder(workspace, options.pages.as_deref())?,
        };
        let checked = check_apis(workspace, Some(name), &pages)?;
        let checked = checked.into_iter().next();
        let subject = checked.and_then(Self::of_checked);
        subject.ok_or_else(|| no_page(name, &pages.folder))
    }

    fn of_checked(checked: Checked) -> Option<Self> {
        let corrections = checked.count_corrections();
        let page = checked.fetched?.page;
        Some(Self {
            name: checked.api.name,
            source: page.source,
            account: page.account,
            stated: checked.stated,
            corrected: checked.corrected.schema,
            findings: checked.diagnostics,
            corrections,
            is_readable: true,
        })
    }

    /// A page by itself, as `lint --from` reads it.
    fn of_page(workspace: &Workspace, path: &Path) -> Result<Self, CommandError> {
        let name = pages::name_from_path(path);
        let page = pages::read_page(&name, path, workspace.display_path(path), None)?.page;
        let findings = lint::run(&Context::of_page(&page, &page.schema));
        Ok(Self {
            name,
            source: page.source,
            account: page.account,
            stated: page.schema.clone(),
            corrected: page.schema,
            findings,
            corrections: 0,
            is_readable: true,
        })
    }

    /// A page that states no method and no type, as far as it was read: who adds a platform may
    /// begin with one.
    fn of_unreadable(name: String, findings: Vec<Diagnostic>) -> Result<Self, Vec<Diagnostic>> {
        let Some(label) = findings.iter().find_map(|one| one.primary.as_ref()) else {
            return Err(findings);
        };
        let source = Arc::clone(&label.source);
        let page = reader::read_any(&name, &source, Format::of(&source));
        Ok(Self {
            name,
            source,
            account: page.account,
            stated: page.schema.clone(),
            corrected: page.schema,
            findings,
            corrections: 0,
            is_readable: false,
        })
    }

    /// Tells whether the page is HTML.
    pub(super) fn is_html(&self) -> bool {
        Format::of(&self.source) == Format::Html
    }

    /// The part of the page that a label marks, if it lies in this page.
    pub(super) fn span_in_page(&self, label: &Label) -> Option<Span> {
        (label.source.name() == self.source.name()).then_some(label.span)
    }
}

/// The subject that was read, or what can be shown of one of which nothing was.
fn or_unreadable(
    path: &Path,
    read: Result<Subject, CommandError>,
) -> Result<Subject, CommandError> {
    match read {
        Err(CommandError::Unreadable(found)) => {
            let name = pages::name_from_path(path);
            Subject::of_unreadable(name, found).map_err(CommandError::Unreadable)
        }
        read => read,
    }
}

fn neither(subject: &str, names: &[String]) -> CommandError {
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let error = Diagnostic::input_error(format!("no API and no page is called `{subject}`"));
    error.help(did_you_mean(subject, &names)).into()
}

fn no_page(name: &str, folder: &Path) -> CommandError {
    let folder = folder.display();
    let error = Diagnostic::input_error(format!("no page of `{name}` is at hand"));
    error
        .help(format!(
            "put it at {folder}/{name}.md or .html, or name its folder: `--pages DIR`"
        ))
        .into()
}
