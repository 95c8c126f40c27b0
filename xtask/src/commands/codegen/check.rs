//! `codegen --check`: reports the files that differ, and writes nothing.

use schema::PageLock;
use schema::manifest::Prose;

use super::Run;
use crate::cli::Codegen;
use crate::drift;
use crate::error::CommandError;
use crate::files::FileSet;
use crate::outputs;
use crate::pipeline::Checked;
use crate::quote::quote_word;
use crate::terminal::Terminal;

/// Compares. Where errors are left nothing can be generated, and the crate is not compared.
pub(super) fn run(
    run: &Run<'_>,
    denied: bool,
    terminal: &mut Terminal<'_>,
) -> Result<u8, CommandError> {
    for one in run.chosen_apis().filter(|one| restates_committed(one)) {
        terminal.out.write_all(restated_note(one).as_bytes())?;
    }
    let drifts = run.workspace.compare(&wanted_files(run, denied)?)?;
    let report = match drifts.as_slice() {
        [] if denied => String::new(),
        [] => "everything is up to date\n".to_owned(),
        drifts => drift::print_drifts(drifts, &repair_command(run.options), terminal.out_style),
    };
    terminal.out.write_all(report.as_bytes())?;
    if denied {
        writeln!(
            terminal.out,
            "the generated crate was not compared: fix the errors first"
        )?;
    }
    let in_step = drifts.is_empty() && !denied;
    Ok(if in_step { crate::DONE } else { crate::FOUND })
}

fn wanted_files(run: &Run<'_>, denied: bool) -> Result<FileSet, CommandError> {
    let mut files = FileSet::default();
    for one in run.chosen_apis() {
        outputs::add_api_files(&mut files, one, &expected_lock(one))?;
    }
    outputs::add_documentation(&mut files)?;
    if !denied {
        let models = outputs::build_models(&run.all)?;
        let is_chosen = |api: &str| run.is_chosen(api);
        outputs::add_generated(&mut files, run.workspace, &models, is_chosen)?;
    }
    Ok(files)
}

/// `page.lock` as it is checked. Another page is no drift where it states the same: that it is
/// recorded waits for `codegen`.
fn expected_lock(one: &Checked) -> PageLock {
    if one.is_other_page() {
        PageLock {
            was_required: one.lock.was_required.clone(),
            removed: one.lock.removed.clone(),
            ..one.api.lock.clone()
        }
    } else {
        one.lock.clone()
    }
}

/// Tells another page that states what is committed.
fn restates_committed(one: &Checked) -> bool {
    let committed = one.api.schema.iter().flatten().next();
    let committed = committed.map(|schema| schema.value.clone().without_prose());
    one.is_other_page() && committed == Some(one.stated.clone().without_prose())
}

fn restated_note(one: &Checked) -> String {
    let (name, origin) = (&one.api.name, one.describe_origin());
    format!(
        "note: {name} is read {origin}, which is not the page that its page.lock records, but \
         states the same; `cargo xtask codegen` records it\n"
    )
}

/// The command that fixes what a check with these options finds.
fn repair_command(options: &Codegen) -> String {
    let pages = options.pages.as_ref();
    let pages = pages.map(|pages| format!("--pages {}", quote_word(&pages.to_string_lossy())));
    let prose = options.prose.map(|prose| match prose {
        Prose::Keep => "--prose keep".to_owned(),
        Prose::Omit => "--prose omit".to_owned(),
    });
    let command = ["cargo xtask codegen".to_owned()].into_iter();
    let words = command
        .chain(pages)
        .chain(prose)
        .chain(options.apis.clone());
    words.collect::<Vec<_>>().join(" ")
}
