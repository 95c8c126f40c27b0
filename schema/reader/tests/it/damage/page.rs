//! A sound page, and what the removal of each of its lines may change.

use schema::schema::{Field, Scalar, Schema, Shape};
use schema::ty::Type;
use testing::report;

/// A sound page with the schema that it states.
pub(super) struct SoundPage {
    pub(super) text: String,
    pub(super) schema: Schema,
    /// What is found before any damage, without its place.
    pub(super) found: Vec<String>,
}

/// The part of a page that one line holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role<'a> {
    Blank,
    /// The platform's version, in a paragraph of its own.
    Version,
    Heading,
    Header,
    Delimiter,
    /// A whole data row, with its name.
    Row(&'a str),
    /// A member of a union, with its name.
    Member(&'a str),
    /// A part of a table or a list that is no whole row.
    Markup,
    Prose,
}

impl SoundPage {
    /// Takes a page, of which nothing is lost and nothing is reported.
    #[track_caller]
    pub(super) fn new(text: String) -> Self {
        let page = Self::new_with_findings(text);
        assert_eq!(page.found, [""; 0], "{}", page.text);
        page
    }

    /// Takes a page that has faults of its own.
    pub(super) fn new_with_findings(text: String) -> Self {
        let schema = compared(report::read_schema(&text));
        let found = report::list_findings(&text);
        Self {
            found: found
                .iter()
                .map(|one| without_place(one).to_owned())
                .collect(),
            text,
            schema,
        }
    }

    /// Checks whether a line is the heading of a method or a type.
    pub(super) fn defines(&self, line: &str) -> bool {
        let name = read_title(line);
        let methods = self.schema.methods.iter().map(|one| &one.name);
        let mut names = methods.chain(self.schema.types.iter().map(|one| &one.name));
        is_heading(line) && names.any(|one| one == name)
    }

    /// The schema that may be left when a line is removed and nothing is reported.
    ///
    /// A page without one of its rows is a sound page: its author took a parameter away. So is one
    /// without a member of a union or without its version. Every other line either states nothing
    /// for the schema, or its loss must be reported.
    pub(super) fn schema_without(&self, index: usize) -> Schema {
        let lines: Vec<&str> = self.text.lines().collect();
        let mut left = self.schema.clone();
        let owner = owner_of(&lines, index);
        match role(&lines, index) {
            Role::Row(name) => remove_slot(&mut left, &owner, name),
            Role::Member(name) => remove_member(&mut left, &owner, name),
            Role::Version => left.version = None,
            _ => {}
        }
        left
    }
}

/// A finding without its line and column, which damage above it moves.
pub(super) fn without_place(finding: &str) -> &str {
    finding.split_once(' ').map_or(finding, |(_, rest)| rest)
}

/// What is compared of a schema: neither its prose nor its links.
pub(crate) fn compared(schema: Schema) -> Schema {
    let mut schema = schema.without_prose();
    schema.methods.iter_mut().for_each(|one| one.link = None);
    schema.types.iter_mut().for_each(|one| one.link = None);
    schema
}

/// Reads the part that a line of a sound page holds.
pub(super) fn role<'a>(lines: &[&'a str], index: usize) -> Role<'a> {
    let line = lines[index].trim();
    let follows = lines.get(index + 1).is_some_and(|next| is_delimiter(next));
    if line.is_empty() {
        Role::Blank
    } else if is_heading(line) {
        Role::Heading
    } else if is_delimiter(line) {
        Role::Delimiter
    } else if line.starts_with('|') && follows || line.starts_with("<tr><th") {
        Role::Header
    } else if let Some(row) = line.strip_prefix('|').or(line.strip_prefix("<tr><td>")) {
        let name = row.split(['|', '<']).next().unwrap_or_default();
        Role::Row(name.trim_matches([' ', '\t', '`', '*']))
    } else if let Some(item) = line.strip_prefix("- ").or(line.strip_prefix("<li>")) {
        Role::Member(item.split('<').next().unwrap_or_default())
    } else if is_version(line) {
        Role::Version
    } else if line.starts_with("<p>") || !line.starts_with('<') {
        Role::Prose
    } else {
        Role::Markup
    }
}

fn is_delimiter(line: &str) -> bool {
    line.starts_with('|') && line.contains("--") && !line.contains(char::is_alphanumeric)
}

fn is_version(line: &str) -> bool {
    let text = line.strip_prefix("<p>").unwrap_or(line);
    text.starts_with("Version") || text.starts_with("版本")
}

pub(crate) fn is_heading(line: &str) -> bool {
    line.starts_with('#') || line.starts_with("<h") && !line.starts_with("<html")
}

/// The method or type whose table a line is in.
fn owner_of(lines: &[&str], index: usize) -> String {
    let mut titles = lines[..index]
        .iter()
        .rev()
        .filter(|line| is_heading(line))
        .map(|line| read_title(line));
    match titles.next() {
        Some("Request") => titles.next().unwrap_or_default().to_owned(),
        Some("Response") => {
            let requests = titles.find(|title| *title != "Request").unwrap_or_default();
            let (first, rest) = requests.split_at(1);
            format!("{}{rest}Response", first.to_uppercase())
        }
        title => title.unwrap_or_default().to_owned(),
    }
}

/// The first word of a heading.
fn read_title(line: &str) -> &str {
    let title = line.rsplit("</a>").next().unwrap_or_default();
    let title = title.trim_start_matches(['#', ' ']);
    title.split(['<', '（', ' ']).next().unwrap_or_default()
}

/// Removes a parameter or a field, and with it the tag of the unions that it was the tag of; or a
/// value from the fields that have the type of its table.
fn remove_slot(schema: &mut Schema, owner: &str, name: &str) {
    let params = schema.methods.iter_mut().flat_map(|one| {
        one.params
            .retain(|param| one.name != owner || param.name != name);
        &mut one.params
    });
    params.for_each(|param| remove_value(param, owner, name));
    for def in &mut schema.types {
        match &mut def.shape {
            Shape::Struct(fields) => {
                fields.retain(|field| def.name != owner || field.name != name);
                fields
                    .iter_mut()
                    .for_each(|field| remove_value(field, owner, name));
            }
            Shape::Union(union) if union.one_of.contains(&Type::named(owner)) => {
                union.tag.take_if(|tag| tag == name);
            }
            Shape::Union(_) => {}
        }
    }
}

/// Removes a value of a field that is called as the type of its values is: `seal` of `Seal`.
fn remove_value(field: &mut Field, owner: &str, value: &str) {
    if field.name == owner.to_lowercase() {
        field
            .facts
            .values
            .retain(|one| *one != Scalar::String(value.to_owned()));
    }
}

fn remove_member(schema: &mut Schema, owner: &str, name: &str) {
    for def in schema.types.iter_mut().filter(|def| def.name == owner) {
        if let Shape::Union(union) = &mut def.shape {
            union.one_of.retain(|member| *member != Type::named(name));
        }
    }
}
