//! `explain`: a lint's code in, its documentation out.

use schema::lint::{LINTS, Lint, find};

use crate::failure::{Stop, failure};
use crate::nearest::suggest;
use crate::terminal::{BOLD, Look, Terminal};

/// Explains a lint, or lists all of them.
pub(crate) fn run(code: Option<&str>, terminal: &mut Terminal<'_>) -> Result<u8, Stop> {
    let text = match code {
        None => list(terminal.out_look) + "\n`cargo xtask explain CODE` explains one\n",
        Some(code) => explanation(known(code)?, terminal.out_look),
    };
    terminal.out.write_all(text.as_bytes())?;
    Ok(crate::DONE)
}

fn known(code: &str) -> Result<&'static Lint, Stop> {
    find(code).ok_or_else(|| {
        let codes: Vec<_> = LINTS.iter().map(|lint| lint.code).collect();
        let told = failure(format!("no lint is called `{code}`"));
        told.help(suggest(code, &codes)).into()
    })
}

fn explanation(lint: &Lint, look: Look) -> String {
    let title = look.paint(BOLD, &format!("{}[{}]", lint.level.name(), lint.code));
    let body = lint.explanation.trim();
    format!("{title}: {}\n\n{body}\n", lint.summary)
}

/// Every lint with its level and summary, a line each.
pub(crate) fn list(look: Look) -> String {
    let width = LINTS.iter().map(|lint| lint.code.len()).max().unwrap_or(0);
    let line = |lint: &&Lint| {
        let code = look.paint(BOLD, &format!("{:<width$}", lint.code));
        format!("{code}  {:<5}  {}\n", lint.level.name(), lint.summary)
    };
    LINTS.iter().map(line).collect()
}
