//! `codegen`: writes the files that differ.

use super::Run;
use crate::error::CommandError;
use crate::files::FileSet;
use crate::outputs;
use crate::summary;
use crate::terminal::Terminal;

/// Writes, unless errors are left.
pub(super) fn run(
    run: &Run<'_>,
    denied: bool,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    if denied {
        writeln!(terminal.out, "nothing was written: fix the errors first")?;
        return Ok(crate::FOUND);
    }
    let written = run.workspace.write(&wanted_files(run)?)?;
    let text = summary::print_written(&written, terminal.out_style);
    terminal.out.write_all(text.as_bytes())?;
    Ok(crate::DONE)
}

fn wanted_files(run: &Run<'_>) -> Result<FileSet, CommandError> {
    let mut files = FileSet::default();
    for one in run.chosen_apis() {
        outputs::add_api_files(&mut files, one, &one.lock)?;
    }
    outputs::add_documentation(&mut files)?;
    let models = outputs::build_models(&run.all)?;
    let is_chosen = |api: &str| run.is_chosen(api);
    outputs::add_generated(&mut files, run.workspace, &models, is_chosen)?;
    Ok(files)
}
