//! `diff`: two pages or schema files in, what changed between them out.

mod human;
mod json;
mod markdown;
mod note;

use std::fs;
use std::path::Path;

use generator::compat::diff::Bump;
use generator::upgrade::{Step, list_steps};
use schema::load::{io_error, yaml_error};
use schema::schema::Schema;
use schema::source::Source;
use schema::yaml;

use crate::cli::Diff;
use crate::error::CommandError;
use crate::pages;
use crate::render::DiffFormat;
use crate::terminal::Terminal;
use crate::versions::load_versions;
use crate::workspace::Workspace;

/// Old code still compiles.
const COMPATIBLE: u8 = 1;
/// Old code may not compile.
const BREAKING: u8 = 3;

/// Prints what changed; whether it breaks anything makes the status.
pub(crate) fn run(
    workspace: &Workspace,
    options: &Diff,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    let old = load_schema(workspace, &options.old)?;
    let new = load_schema(workspace, &options.new)?;
    let [old, new] = load_versions(workspace, old, new);
    let steps = list_steps(&old, &new);
    let note = || note::write(&old.stated, &new.stated, &steps);
    let text = match options.format {
        DiffFormat::Human => human::render(&note()),
        DiffFormat::Json => json::render(&steps)?,
        DiffFormat::Markdown => markdown::render(&note()),
    };
    terminal.out.write_all(text.as_bytes())?;
    Ok(exit_status(&steps))
}

fn exit_status(steps: &[Step]) -> u8 {
    match Bump::of(steps.iter().map(|step| &step.change)) {
        Bump::None => crate::DONE,
        Bump::Patch | Bump::Minor => COMPATIBLE,
        Bump::Major => BREAKING,
    }
}

/// The schema that a file is, or that the page in it states.
fn load_schema(workspace: &Workspace, path: &Path) -> Result<Schema, CommandError> {
    let shown = workspace.display_path(path);
    let is_yaml = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    if !is_yaml {
        let fetched = pages::read_page(&pages::name_from_path(path), path, shown, None)?;
        return Ok(fetched.page.schema.without_prose());
    }
    let text = fs::read_to_string(path).map_err(|error| io_error("read", &shown, &error))?;
    let schema = yaml::load(&text);
    schema.map_err(|error| yaml_error(&Source::new(shown, text), &error).into())
}
