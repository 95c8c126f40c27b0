//! `codegen`: writes what differs from what is wanted.

use super::Run;
use crate::bases;
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
        writeln!(terminal.out, "nothing was written: mend the errors first")?;
        return Ok(crate::FOUND);
    }
    let written = run.workspace.write(&wanted(run)?)?;
    let text = summary::written(&written, terminal.out_style);
    terminal.out.write_all(text.as_bytes())?;
    Ok(crate::DONE)
}

fn wanted(run: &Run<'_>) -> Result<FileSet, CommandError> {
    let mut files = FileSet::default();
    let mut models = Vec::new();
    for one in &run.all {
        let record = outputs::page_record(one);
        if run.is_chosen(&one.api.name) {
            outputs::state(&mut files, one, record.as_ref())?;
        }
        models.push(outputs::model(one, record));
    }
    outputs::documentation(&mut files)?;
    bases::extend_all(&mut models)?;
    let is_chosen = |api: &str| run.is_chosen(api);
    outputs::generated(&mut files, run.workspace, &models, is_chosen)?;
    Ok(files)
}
