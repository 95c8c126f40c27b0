//! `explain`: a lint's code in, its documentation out.

use reader::lint::{Example, LINTS, Lint, find};

use schema::Diagnostic;

use crate::error::CommandError;
use crate::nearest::suggest;
use crate::terminal::{BOLD, Style, Terminal};

/// Explains a lint, or lists all of them.
pub(crate) fn run(code: Option<&str>, terminal: &mut Terminal<'_>) -> Result<u8, CommandError> {
    let text = match code {
        None => list(terminal.out_style) + "\n`cargo xtask explain CODE` explains one\n",
        Some(code) => explanation(known(code)?, terminal.out_style),
    };
    terminal.out.write_all(text.as_bytes())?;
    Ok(crate::DONE)
}

fn known(code: &str) -> Result<&'static Lint, CommandError> {
    find(code).ok_or_else(|| {
        let codes: Vec<_> = LINTS.iter().map(|lint| lint.code).collect();
        let told = Diagnostic::input_error(format!("no lint is called `{code}`"));
        told.help(suggest(code, &codes)).into()
    })
}

fn explanation(lint: &Lint, style: Style) -> String {
    let title = style.paint(BOLD, &format!("{}[{}]", lint.level.name(), lint.code));
    let body = documentation(lint);
    format!("{title}: {}\n\n{body}", lint.summary)
}

/// What there is to read about a lint, in Markdown: why it matters, how to mend it, and a bad and a
/// good example.
pub(crate) fn documentation(lint: &Lint) -> String {
    let firm = match lint.deny_lowering {
        true => "\nIts level can't be lowered: what it finds would be lost.\n",
        false => "",
    };
    let bad = example("Bad", &lint.bad);
    let good = example("Good", &lint.good);
    format!("{}\n{firm}\n{bad}\n{good}", lint.explanation)
}

/// The files of an example, each indented below what it is.
fn example(title: &str, example: &Example) -> String {
    let mut text = String::new();
    let several = example.files().count() > 1;
    for (index, (name, file)) in example.files().enumerate() {
        let title = match (several, index) {
            (false, _) => format!("{title}:"),
            (true, 0) => format!("{title}, {name}:"),
            (true, _) => format!("\n{}{}:", name[..1].to_uppercase(), &name[1..]),
        };
        text += &format!("{title}\n\n");
        let lines = file.lines();
        let lines = lines.map(|line| {
            if line.is_empty() {
                String::from("\n")
            } else {
                format!("    {line}\n")
            }
        });
        text += &lines.collect::<String>();
    }
    text
}

/// Every lint with its level and summary, a line each.
pub(crate) fn list(style: Style) -> String {
    let width = LINTS.iter().map(|lint| lint.code.len()).max().unwrap_or(0);
    let line = |lint: &&Lint| {
        let code = style.paint(BOLD, &format!("{:<width$}", lint.code));
        format!("{code}  {:<5}  {}\n", lint.level.name(), lint.summary)
    };
    LINTS.iter().map(line).collect()
}
