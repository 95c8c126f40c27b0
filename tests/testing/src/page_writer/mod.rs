//! A schema in, a page that states it out: the reader's inverse, in the words of each dialect.

mod chinese;
mod describe;
mod english;
mod types;

use schema::schema::{Field, Method, Schema, Shape, TypeDef, Union};

pub use chinese::CHINESE;
pub use english::ENGLISH;

/// The words of a dialect for what a page states; a bound that is absent is left out.
pub struct Words {
    /// The headers of a method's table: name, type, required, description.
    pub params: [&'static str; 4],
    /// The headers of a type's table: name, type, description.
    pub fields: [&'static str; 3],
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
pub fn write_page(schema: &Schema, words: &Words) -> String {
    let version = schema.version.as_ref();
    let version = version.map(|version| format!("{}\n\n", words.version.replace('@', version)));
    let mut page = format!("# Demo\n\n{}", version.unwrap_or_default());
    schema
        .methods
        .iter()
        .for_each(|one| page.push_str(&write_method(one, words)));
    schema
        .types
        .iter()
        .for_each(|one| page.push_str(&type_def(one, words)));
    page
}

fn write_method(method: &Method, words: &Words) -> String {
    let mut text = format!("## {}\n\n", method.name);
    if let Some(ty) = &method.returns {
        text.push_str(&types::write_sentence(ty, words));
        text.push_str("\n\n");
    }
    if method.params.is_empty() {
        return format!("{text}{}{}\n\n", words.no_params, words.stop);
    }
    let rows = method.params.iter().map(|param| {
        let required = words.required[usize::from(!param.required)];
        let ty = types::write_cell(&param.ty, words);
        write_row(&[
            &param.name,
            &ty,
            required,
            &describe::describe_facts(param, words),
        ])
    });
    text + &write_table(&words.params, rows)
}

fn type_def(def: &TypeDef, words: &Words) -> String {
    let body = match &def.shape {
        Shape::Union(union) => write_members(union, words),
        Shape::Struct(fields) => write_table(
            &words.fields,
            fields.iter().map(|one| write_field(one, words)),
        ),
    };
    format!("## {}\n\n{body}", def.name)
}

fn write_members(union: &Union, words: &Words) -> String {
    let items = union.one_of.iter().map(|member| format!("- {member}\n"));
    format!("{}\n\n{}\n", words.one_of, items.collect::<String>())
}

fn write_field(field: &Field, words: &Words) -> String {
    let opening = if field.required { "" } else { words.optional };
    let description = format!("{opening}{}", describe::describe_facts(field, words));
    write_row(&[
        &field.name,
        &types::write_cell(&field.ty, words),
        &description,
    ])
}

fn write_table(header: &[&str], rows: impl Iterator<Item = String>) -> String {
    let dashes = vec!["---"; header.len()];
    format!(
        "{}{}{}\n",
        write_row(header),
        write_row(&dashes),
        rows.collect::<String>()
    )
}

fn write_row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}
