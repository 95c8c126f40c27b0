//! A model → the reference of its API as a page: Markdown in our own words, for people, and for the
//! reader, which reads the same schema from it.
//!
//! What an override sets that no page states is not in it: a field has its name in JSON, and the
//! limits of a server of one's own are left out.

mod facts;
mod section;
mod types;

use schema::model::Model;
use schema::schema::Schema;

use self::section::{write_method, write_type};
use crate::error::GenerateError;

/// Prints the page of an API. Types that it takes from another API unchanged are not repeated.
///
/// # Errors
///
/// If no model is of `api`.
pub fn print_markdown(models: &[Model], api: &str) -> Result<String, GenerateError> {
    let model = models.iter().find(|one| one.api == api);
    let model = model.ok_or_else(|| GenerateError::new(api, "", "there is no such API"))?;
    Ok(print_page(model))
}

fn print_page(model: &Model) -> String {
    let schema = own_schema(model);
    let mut page = format!("# {}\n\n", model.manifest.title);
    page.push_str(&introduce(model));
    page.push_str(&list_contents(&schema));
    page.push_str("## Methods\n\n");
    let methods = schema.methods.iter();
    page.extend(methods.map(|method| write_method(&schema, method)));
    if !schema.types.is_empty() {
        page.push_str("## Types\n\n");
    }
    page.extend(schema.types.iter().map(|def| write_type(&schema, def)));
    page.truncate(page.trim_end().len());
    page + "\n"
}

/// The schema without the types of another API.
fn own_schema(model: &Model) -> Schema {
    let mut schema = model.schema.clone();
    schema
        .types
        .retain(|def| !model.inherited.contains(&def.name));
    schema
}

/// The version, and where the page comes from.
fn introduce(model: &Model) -> String {
    let version = model.schema.version.as_ref();
    let version = version.map(|version| format!("Version {version}\n\n"));
    let origin = match &model.manifest.page.url {
        Some(url) => format!("An unofficial reference, made from [the platform's own]({url}).\n\n"),
        None => "An unofficial reference, made from the platform's own.\n\n".to_owned(),
    };
    version.unwrap_or_default() + &origin
}

/// Links to all sections, in a line for the methods and one for the types.
fn list_contents(schema: &Schema) -> String {
    let methods = schema.methods.iter().map(|method| method.name.as_str());
    let types = schema.types.iter().map(|def| def.name.as_str());
    link_all("Methods", methods) + &link_all("Types", types)
}

fn link_all<'a>(title: &str, names: impl Iterator<Item = &'a str>) -> String {
    let links: Vec<String> = names
        .map(|name| format!("[{name}]({})", anchor(name)))
        .collect();
    match links.is_empty() {
        true => String::new(),
        false => format!("{title}: {}\n\n", links.join(" · ")),
    }
}

/// The anchor that code hosts give to a heading of this name.
fn anchor(name: &str) -> String {
    format!("#{}", name.to_lowercase())
}
