//! What an interrupted run left: a workspace in, the same as it was before or should be after out.

use crate::error::{CommandError, failure};
use crate::files::{self, Disk, Interrupted};
use crate::render::human::plural;
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// Whether there is something to settle.
pub(crate) fn is_left(workspace: &Workspace) -> Result<bool, CommandError> {
    let left = files::interrupted(workspace.root()).map_err(stop)?;
    Ok(left.is_some())
}

/// Finishes what was begun, or throws it away, and says so.
pub(crate) fn settle(
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<(), CommandError> {
    let root = workspace.root();
    let Some(left) = files::interrupted(root).map_err(stop)? else {
        return Ok(());
    };
    let kept = files::recover(root, &Disk::default()).map_err(stop)?;
    let done = match left {
        Interrupted::Early => "it had changed nothing".to_owned(),
        Interrupted::Late(count) => format!("its {} are in place now", plural(count, "change")),
    };
    writeln!(terminal.err, "note: an earlier run was interrupted; {done}")?;
    for path in kept {
        let shown = workspace.shown(&path);
        writeln!(
            terminal.err,
            "note: {shown} was edited since, and stays as it is"
        )?;
    }
    Ok(())
}

/// Says whether a run was interrupted, and changes nothing.
pub(crate) fn report(
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<bool, CommandError> {
    let left = files::interrupted(workspace.root()).map_err(stop)?;
    let told = match left {
        None => return Ok(false),
        Some(Interrupted::Early) => "before it changed anything".to_owned(),
        Some(Interrupted::Late(count)) => format!("among its {}", plural(count, "change")),
    };
    writeln!(
        terminal.out,
        "an earlier run was interrupted {told}; `cargo xtask codegen` clears up and goes on"
    )?;
    Ok(true)
}

fn stop(error: std::io::Error) -> CommandError {
    failure(format!(
        "an earlier run was interrupted, and can't be finished: {error}"
    ))
    .into()
}
