//! The way from names of APIs to their findings, with the pages of those that are wanted.

use std::path::{Path, PathBuf};

use schema::load::ApiFolder;

use crate::error::CommandError;
use crate::pages;
use crate::pipeline::{self, Checked};
use crate::workspace::Workspace;

/// The pages to read.
pub(super) struct PageChoice<'a> {
    /// The page of the API that is wanted; the one in the folder where there is none.
    pub(super) from: Option<&'a Path>,
    /// The folder of the pages.
    pub(super) folder: PathBuf,
}

/// Reads, corrects and lints an API, or all of them: with their bases, from the pages at hand.
pub(super) fn check_apis(
    workspace: &Workspace,
    wanted: Option<&str>,
    pages: &PageChoice<'_>,
) -> Result<Vec<Checked>, CommandError> {
    let apis = match wanted {
        Some(name) => workspace.load_with_bases(name)?,
        None => workspace.load_all()?,
    };
    let is_wanted = |name: &str| wanted.is_none_or(|wanted| wanted == name);
    let corrected = apis.into_iter().map(|api| {
        let from = pages.from.filter(|_| is_wanted(&api.name));
        correct_api(workspace, api, from, &pages.folder)
    });
    let mut all: Vec<_> = corrected.collect::<Result<_, CommandError>>()?;
    pipeline::lint_all(&mut all, is_wanted)?;
    all.retain(|one| is_wanted(&one.api.name));
    Ok(all)
}

/// Reads and corrects an API: from the page given, the one in the folder, or its schema alone.
fn correct_api(
    workspace: &Workspace,
    api: ApiFolder,
    from: Option<&Path>,
    folder: &Path,
) -> Result<Checked, CommandError> {
    let path = from
        .map(Path::to_owned)
        .or_else(|| pages::find_page(folder, &api.name));
    let read = |path: PathBuf| {
        let shown = workspace.display_path(&path);
        pages::read_page(&api.name, &path, shown, Some(&api))
    };
    let fetched = path.map(read).transpose()?;
    pipeline::correct_api(api, fetched)
}
