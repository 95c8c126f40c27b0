//! A Markdown page in, the same page with HTML in it out: as a whole, or its tables alone.
//!
//! It reads the Markdown that fixture pages and the page writer have: headings, paragraphs of one
//! line, lists, tables of pipes, code, `*emphasis*` and backslashes.

/// The lines of a row of an HTML table.
#[derive(Clone, Copy, Debug)]
pub enum RowLines {
    /// A row is a line.
    One,
    /// A cell is a line.
    Many,
}

/// Writes the page as HTML.
pub fn write_page(markdown: &str, rows: RowLines) -> String {
    let blocks = markdown.split("\n\n").map(str::trim);
    let body: String = blocks
        .filter(|block| !block.is_empty())
        .map(|block| match block.split_once(' ') {
            Some((marks, title)) if marks.starts_with('#') => write_heading(marks.len(), title),
            _ if block.starts_with('|') => write_table(block, rows),
            _ if block.starts_with("- ") => write_list(block),
            _ if block.starts_with("```") => write_code(block),
            _ => format!("<p>{}</p>\n", write_inline(block)),
        })
        .collect();
    format!("<!DOCTYPE html>\n<html><head><title>Demo</title></head><body>\n{body}</body></html>\n")
}

/// Writes the page with its tables as HTML, as GitBook does, and the rest as it was.
pub fn write_tables(markdown: &str, rows: RowLines) -> String {
    let blocks = markdown.split("\n\n").map(|block| {
        if block.starts_with('|') {
            write_table(block, rows)
        } else {
            format!("{block}\n")
        }
    });
    blocks.collect::<Vec<_>>().join("\n")
}

fn write_heading(level: usize, title: &str) -> String {
    let name = title.split(['（', ' ']).next().unwrap_or_default();
    let anchor = name.to_lowercase();
    let link = format!("<a class=\"anchor\" name=\"{anchor}\" href=\"#{anchor}\"></a>");
    format!("<h{level}>{link}{}</h{level}>\n", write_inline(title))
}

fn write_list(block: &str) -> String {
    let items = block.lines().map(|line| {
        let text = line.trim_start_matches("- ");
        format!("<li>{}</li>\n", write_inline(text))
    });
    format!("<ul>\n{}</ul>\n", items.collect::<String>())
}

fn write_code(block: &str) -> String {
    let lines: Vec<&str> = block
        .lines()
        .filter(|line| !line.starts_with("```"))
        .collect();
    format!(
        "<pre><code>{}</code></pre>\n",
        write_inline(&lines.join("\n"))
    )
}

fn write_table(block: &str, rows: RowLines) -> String {
    let mut lines = block.lines();
    let header = lines.next().map(|line| write_row(line, "th", rows));
    let body: String = lines
        .skip(1)
        .map(|line| write_row(line, "td", rows))
        .collect();
    format!(
        "<table>\n<thead>\n{}</thead>\n<tbody>\n{body}</tbody>\n</table>\n",
        header.unwrap_or_default()
    )
}

fn write_row(line: &str, tag: &str, rows: RowLines) -> String {
    let between = match rows {
        RowLines::One => "",
        RowLines::Many => "\n",
    };
    let cells = split_cells(line).into_iter().map(|cell| {
        let text = write_inline(cell.trim());
        format!("<{tag}>{text}</{tag}>{between}")
    });
    format!("<tr>{between}{}</tr>\n", cells.collect::<String>())
}

/// Splits a row at its bars, but for those after a backslash.
fn split_cells(line: &str) -> Vec<&str> {
    let inner = line.trim().trim_start_matches('|');
    let (mut cells, mut start, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in inner.char_indices() {
        if c == '|' && !escaped {
            cells.push(&inner[start..at]);
            start = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}

/// Writes a line's text: `*emphasis*` as a tag, and no mark that HTML could take for its own.
fn write_inline(text: &str) -> String {
    let (mut html, mut emphasis) = (String::new(), false);
    let mut letters = text.chars();
    while let Some(c) = letters.next() {
        match c {
            '\\' => push_escaped(&mut html, letters.next().unwrap_or(c)),
            '*' => {
                html.push_str(if emphasis { "</em>" } else { "<em>" });
                emphasis = !emphasis;
            }
            c => push_escaped(&mut html, c),
        }
    }
    html
}

fn push_escaped(html: &mut String, c: char) {
    match c {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        c => html.push(c),
    }
}
