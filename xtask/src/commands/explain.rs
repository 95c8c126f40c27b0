//! `explain`: a lint's code in, its documentation out.

use reader::lint::{LINTS, Lint, find};

use schema::Diagnostic;

use crate::error::CommandError;
use crate::terminal::{BOLD, Style, Terminal};
use schema::suggest::did_you_mean;

/// Explains a lint, or lists all of them.
pub(crate) fn run(code: Option<&str>, terminal: &mut Terminal<'_>) -> Result<u8, CommandError> {
    let text = match code {
        None => list_lints(terminal.out_style) + "\n`cargo xtask explain CODE` explains one\n",
        Some(code) => explain_lint(find_lint(code)?, terminal.out_style),
    };
    terminal.out.write_all(text.as_bytes())?;
    Ok(crate::DONE)
}

fn find_lint(code: &str) -> Result<&'static Lint, CommandError> {
    find(code).ok_or_else(|| {
        let codes: Vec<_> = LINTS.iter().map(|lint| lint.code).collect();
        let error = Diagnostic::input_error(format!("no lint is called `{code}`"));
        error.help(did_you_mean(code, &codes)).into()
    })
}

fn explain_lint(lint: &Lint, style: Style) -> String {
    let title = style.paint(BOLD, &format!("{}[{}]", lint.level.name(), lint.code));
    let body = lint.documentation("##");
    format!("{title}: {}\n\n{body}", lint.summary)
}

/// Every lint with its level and summary, a line each.
pub(crate) fn list_lints(style: Style) -> String {
    let width = LINTS.iter().map(|lint| lint.code.len()).max().unwrap_or(0);
    let line = |lint: &&Lint| {
        let code = style.paint(BOLD, &format!("{:<width$}", lint.code));
        format!("{code}  {:<5}  {}\n", lint.level.name(), lint.summary)
    };
    LINTS.iter().map(line).collect()
}
