//! The levels in a manifest: entries of `lints:` in, what is wrong with them out.

use reader::lint::{LINTS, Levels, Lint, find};
use schema::diagnostic::Diagnostic;
use schema::manifest::{LintLevel, Manifest};

use crate::api::Loaded;
use crate::error::failure;
use schema::suggest::did_you_mean;

/// What is wrong with the levels that a manifest sets: lints that there are not, or that may not be
/// silenced, and reasons that say nothing.
pub(crate) fn check(manifest: &Loaded<Manifest>) -> Vec<Diagnostic> {
    let levels = Levels::of(&manifest.source, &manifest.value);
    let entries = levels.entries.iter().enumerate();
    let wrong = entries.filter_map(|(index, entry)| {
        let (told, label) = wrong(entry)?;
        Some(told.label(levels.source, levels.place(index), label))
    });
    wrong.collect()
}

/// What is wrong with an entry, and in a few words.
fn wrong(entry: &LintLevel) -> Option<(Diagnostic, &'static str)> {
    let code = &entry.code;
    let Some(lint) = find(code) else {
        let codes: Vec<_> = LINTS.iter().map(|lint| lint.code).collect();
        let told = failure(format!("no lint is called `{code}`"));
        return Some((told.help(did_you_mean(code, &codes)), "no such lint"));
    };
    if is_too_low(lint, entry) {
        let told = failure(format!("the level of `{code}` can't be lowered"));
        let help = format!("what it finds would be lost: `cargo xtask explain {code}`");
        return Some((told.help(help), "may only be raised"));
    }
    if entry.reason.trim().is_empty() {
        let told = failure(format!("the level of `{code}` has no reason"));
        return Some((told.help("say why it is so"), "an empty reason"));
    }
    None
}

fn is_too_low(lint: &Lint, entry: &LintLevel) -> bool {
    lint.deny_lowering && entry.level < lint.level.into()
}
