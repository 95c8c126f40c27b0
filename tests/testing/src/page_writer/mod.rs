//! A schema in, a page that states it out: the reader's inverse, in the words of each dialect and
//! in the layouts that pages have.

mod chinese;
mod describe;
mod english;
mod layout;
mod types;

use schema::schema::{Field, Method, Schema, Shape, TypeDef, Union};

use crate::html_writer;
pub use chinese::{CHINESE, CHINESE_PHRASINGS};
pub use english::{ENGLISH, ENGLISH_PHRASINGS};
pub use layout::{Form, Layout};

/// The words of a dialect for what a page states; a bound that is absent is left out.
#[derive(Debug)]
pub struct Words {
    /// The headers of a method's table: name, type, required, description.
    pub params: [&'static str; 4],
    /// The headers of a type's table: name, type, required, description.
    pub fields: [&'static str; 4],
    /// The required column's two words.
    pub required: [&'static str; 2],
    /// The beginning of the description of an optional field.
    pub optional: &'static str,
    /// The end of a sentence.
    pub stop: &'static str,
    /// Between the members of a union.
    pub or: &'static str,
    /// Between the items of a list, and before its last.
    pub and: [&'static str; 2],
    /// Before an array's items.
    pub array: &'static str,
    /// A paragraph with the platform's version, which takes the place of `@`.
    pub version: &'static str,
    /// States that a method has no parameters.
    pub no_params: &'static str,
    /// Announces the members of a union.
    pub one_of: &'static str,
    /// Another type in the place of one, with `@` for it.
    pub alternative: &'static str,
    /// A return sentence, with `@` for the type.
    pub returns: &'static str,
    /// The same where another clause follows.
    pub otherwise: &'static str,
    /// A list of objects in a return sentence.
    pub list: &'static str,
    /// A description that states nothing.
    pub plain: &'static str,
    /// Both bounds of a text's length, then the upper one alone.
    pub length: [&'static str; 2],
    /// The same in bytes.
    pub bytes: [&'static str; 2],
    /// The same of a list.
    pub items: [&'static str; 2],
    /// Both bounds of a number.
    pub range: &'static str,
    /// A default.
    pub default: &'static str,
    /// A constant.
    pub constant: &'static str,
    /// A choice of values.
    pub values: &'static str,
    /// Unix time.
    pub unix_time: &'static str,
    /// Files that go along.
    pub attach: &'static str,
    /// A condition, with `@` for names.
    pub required_if: &'static str,
}

/// Writes the page.
pub fn write_page(schema: &Schema, layout: &Layout) -> String {
    let version = schema.version.as_ref();
    let version =
        version.map(|version| format!("{}\n\n", layout.words.version.replace('@', version)));
    let mut page = format!("# Demo\n\n{}", version.unwrap_or_default());
    schema
        .methods
        .iter()
        .for_each(|one| page.push_str(&write_method(one, layout)));
    schema
        .types
        .iter()
        .for_each(|one| page.push_str(&write_type(one, layout)));
    if !layout.curly {
        page = page.replace(['“', '”'], "\"");
    }
    match layout.form {
        Form::Markdown => page,
        Form::HtmlTables(rows) => html_writer::write_tables(&page, rows),
        Form::Html(rows) => html_writer::write_page(&page, rows),
    }
}

fn write_heading(name: &str, layout: &Layout) -> String {
    format!("{} {name}\n\n", "#".repeat(layout.level))
}

fn write_method(method: &Method, layout: &Layout) -> String {
    let words = layout.words;
    let mut text = write_heading(&method.name, layout);
    if let Some(ty) = &method.returns {
        text.push_str(&types::write_sentence(ty, words));
        text.push_str("\n\n");
    }
    if method.params.is_empty() {
        return format!("{text}{}{}\n\n", words.no_params, words.stop);
    }
    text + &write_table(words.params, &method.params, layout.params_flagged, layout)
}

fn write_type(def: &TypeDef, layout: &Layout) -> String {
    let body = match &def.shape {
        Shape::Union(union) => write_members(union, layout.words),
        Shape::Struct(fields) => {
            write_table(layout.words.fields, fields, layout.fields_flagged, layout)
        }
    };
    let mut text = write_heading(&def.name, layout);
    if let Some(ty) = &def.or {
        let words = layout.words;
        let ty = types::write_cell(ty, words);
        let sentence = words.alternative.replace('@', &ty);
        text.push_str(&format!("{sentence}{}\n\n", words.stop));
    }
    text + &body
}

fn write_members(union: &Union, words: &Words) -> String {
    let items = union.one_of.iter().map(|member| format!("- {member}\n"));
    format!("{}\n\n{}\n", words.one_of, items.collect::<String>())
}

/// Writes a table. Where it is not `flagged` by a column, descriptions open with “Optional.”
fn write_table(headers: [&str; 4], fields: &[Field], flagged: bool, layout: &Layout) -> String {
    let rows = fields.iter().map(|field| {
        let cells = write_cells(field, flagged, layout.words);
        write_row(&cells.each_ref().map(String::as_str), flagged, layout)
    });
    format!(
        "{}{}{}\n",
        write_row(&headers, flagged, layout),
        write_row(&["---"; 4], flagged, layout),
        rows.collect::<String>()
    )
}

/// Writes a field's cells: name, type, required, description.
fn write_cells(field: &Field, flagged: bool, words: &Words) -> [String; 4] {
    let opening = if field.required || flagged {
        ""
    } else {
        words.optional
    };
    [
        field.name.clone(),
        types::write_cell(&field.ty, words),
        words.required[usize::from(!field.required)].to_owned(),
        format!("{opening}{}", describe::describe_facts(field, words)),
    ]
}

fn write_row(cells: &[&str; 4], flagged: bool, layout: &Layout) -> String {
    let columns = layout
        .order
        .iter()
        .filter(|column| flagged || **column != layout::REQUIRED);
    let cells: Vec<&str> = columns.map(|column| cells[*column]).collect();
    format!("| {} |\n", cells.join(" | "))
}
