//! Where a command's output goes, and how it may look there.

use std::env;
use std::io::{IsTerminal, Write};

use annotate_snippets::renderer::{AnsiColor, Style};

/// The columns that a report fills where the terminal does not say how many it has.
const COLUMNS: usize = 120;
/// Fewer columns than this can't hold a readable excerpt.
const NARROWEST: usize = 40;

/// The two streams of a command.
pub struct Terminal<'a> {
    /// What was asked for.
    pub out: &'a mut dyn Write,
    /// Why it can't be had, and what else to know.
    pub err: &'a mut dyn Write,
    /// How `out` looks.
    pub out_look: Look,
    /// How `err` looks.
    pub err_look: Look,
}

impl Terminal<'_> {
    /// Two other streams that look the same.
    pub(crate) fn to<'a>(&self, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Terminal<'a> {
        let (out_look, err_look) = (self.out_look, self.err_look);
        Terminal {
            out,
            err,
            out_look,
            err_look,
        }
    }
}

/// How text may look on a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether colours are welcome.
    pub color: bool,
    /// How many columns a line of an excerpt may fill.
    pub width: usize,
}

impl Look {
    /// No colours, and the usual width: for files, pipes and tests.
    pub fn plain() -> Self {
        Self {
            color: false,
            width: COLUMNS,
        }
    }

    /// The look of a stream of this process: colours on a terminal, unless `NO_COLOR` is set.
    pub fn of(stream: &impl IsTerminal) -> Self {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let columns = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        Self {
            color: stream.is_terminal() && !set("NO_COLOR") && !dumb,
            width: columns.map_or(COLUMNS, |columns: usize| columns.clamp(NARROWEST, COLUMNS)),
        }
    }

    /// The text in a style, where colours are welcome.
    pub fn paint(self, style: Style, text: &str) -> String {
        if self.color {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// What is good, or added.
pub const GREEN: Style = AnsiColor::Green.on_default();
/// What is bad, or taken away.
pub const RED: Style = AnsiColor::Red.on_default();
/// Where something is.
pub const CYAN: Style = AnsiColor::Cyan.on_default();
/// What a line is about.
pub const BOLD: Style = Style::new().bold();
