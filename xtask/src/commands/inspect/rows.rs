//! A text in, the rows that it is shown in out: its lines, and long ones in pieces.

use schema::{Source, Span};

/// The bytes of a line that are shown as one row. A page can be one line of megabytes, which a
/// browser lays out slowly, and a finding shown below it would be far from its place.
const LONGEST: usize = 2_000;

/// A part of a text that is shown as one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The number of its line, from 1.
    pub(super) line: usize,
    /// The number of its piece of the line, from 0.
    pub(super) piece: usize,
    /// The bytes, without the line break.
    pub(super) span: Span,
}

impl Row {
    /// The identifier of the row in the view: `L12`, or `L12-3` for a later piece of a long line.
    pub(super) fn id(&self) -> String {
        match self.piece {
            0 => format!("L{}", self.line),
            piece => format!("L{}-{piece}", self.line),
        }
    }
}

/// The rows of a text, in its order.
pub(super) struct Rows(Vec<Row>);

impl Rows {
    /// Divides a text.
    pub(super) fn divide(source: &Source) -> Self {
        let mut rows = Vec::new();
        for line in 1..=source.last_line() {
            add_line(&mut rows, source, line);
        }
        Self(rows)
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Row] {
        &self.0
    }

    /// The row that a byte lies in: the last one for what follows it, empty lines.
    pub(super) fn row_at(&self, byte: usize) -> Option<&Row> {
        let after = self.0.partition_point(|row| row.span.start() <= byte);
        self.0.get(after.saturating_sub(1))
    }

    /// The link to the row that a byte lies in: `#L12`.
    pub(super) fn link_to(&self, byte: usize) -> String {
        let row = self.row_at(byte);
        row.map_or_else(String::new, |row| format!("#{}", row.id()))
    }
}

fn add_line(rows: &mut Vec<Row>, source: &Source, line: usize) {
    let whole = source.line_span(line);
    let mut start = whole.start();
    for piece in 0.. {
        let end = end_of_piece(source, source.span(start..whole.end()));
        let span = source.span(start..end);
        rows.push(Row { line, piece, span });
        if end >= whole.end() {
            break;
        }
        start = end;
    }
}

/// The end of the first piece of a text: after the last tag or word that fits.
fn end_of_piece(source: &Source, rest: Span) -> usize {
    if rest.end() - rest.start() <= LONGEST {
        return rest.end();
    }
    let most = source.span(rest.start()..rest.start() + LONGEST);
    let text = source.slice(most);
    let gap = text.rfind('>').or_else(|| text.rfind(' '));
    gap.map_or(most.end(), |at| rest.start() + at + 1)
}
