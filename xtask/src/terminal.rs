//! The output streams of a command, and their styles.

use std::env;
use std::io::{IsTerminal, Write};

use annotate_snippets::renderer::{AnsiColor, Style as AnsiStyle};

/// The columns that a report fills where the terminal does not say how many it has.
const COLUMNS: usize = 120;
/// Fewer columns than this can't hold a readable line.
const NARROWEST: usize = 40;

/// The two streams of a command.
pub struct Terminal<'a> {
    /// The output.
    pub out: &'a mut dyn Write,
    /// Errors and notes.
    pub err: &'a mut dyn Write,
    /// The style of `out`.
    pub out_style: Style,
    /// The style of `err`.
    pub err_style: Style,
}

/// The style of a stream: colours and width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Write colours.
    pub color: bool,
    /// The columns that a line of a snippet may fill.
    pub width: usize,
}

impl Style {
    /// No colours, and the usual width: for files, pipes and tests.
    pub fn plain() -> Self {
        Self {
            color: false,
            width: COLUMNS,
        }
    }

    /// The style of a stream of this process: colours on a terminal, unless `NO_COLOR` is set.
    pub fn of(stream: &impl IsTerminal) -> Self {
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
        let columns = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        Self {
            color: stream.is_terminal() && !set("NO_COLOR") && !dumb,
            width: columns.map_or(COLUMNS, |columns: usize| columns.clamp(NARROWEST, COLUMNS)),
        }
    }

    /// The text in a colour, where colours are written.
    pub fn paint(self, color: AnsiStyle, text: &str) -> String {
        if self.color {
            format!("{color}{text}{color:#}")
        } else {
            text.to_owned()
        }
    }
}

/// For success, and added text.
pub const GREEN: AnsiStyle = AnsiColor::Green.on_default();
/// For errors, and removed text.
pub const RED: AnsiStyle = AnsiColor::Red.on_default();
/// For places.
pub const CYAN: AnsiStyle = AnsiColor::Cyan.on_default();
/// For titles.
pub const BOLD: AnsiStyle = AnsiStyle::new().bold();
