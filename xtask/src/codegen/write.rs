//! `codegen`: writes what differs from what is wanted.

use super::Run;
use crate::bases;
use crate::desired;
use crate::failure::Stop;
use crate::files::FileSet;
use crate::summary;
use crate::terminal::Terminal;

/// Writes, unless errors are left.
pub(super) fn run(run: &Run<'_>, denied: bool, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    if denied {
        writeln!(terminal.out, "nothing was written: mend the errors first")?;
        return Ok(crate::FOUND);
    }
    let written = run.workspace.write(&wanted(run)?)?;
    let text = summary::written(&written, terminal.out_look);
    terminal.out.write_all(text.as_bytes())?;
    Ok(crate::DONE)
}

fn wanted(run: &Run<'_>) -> Result<FileSet, Stop> {
    let mut files = FileSet::default();
    let mut models = Vec::new();
    for one in &run.all {
        let record = desired::page_record(one);
        if run.is_chosen(&one.api.name) {
            desired::state(&mut files, one, record.as_ref())?;
        }
        models.push(desired::model(one, record));
    }
    desired::json_schema(&mut files)?;
    bases::extend_all(&mut models)?;
    let is_chosen = |api: &str| run.is_chosen(api);
    desired::generated(&mut files, run.workspace, &models, is_chosen)?;
    Ok(files)
}
