//! The method that returns the path of a file by its id, so that a bot can download it.
//!
//! **A method asks for a file** where it takes a `file_id` and requires nothing else, and returns an
//! object that has that `file_id` again, and a `file_path`: `getFile(file_id) → File`.

use schema::schema::{Field, Method};
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::update::type_name;

const ID: &str = "file_id";
const PATH: &str = "file_path";

/// A method that asks for a file.
pub(crate) struct FileRequest<'a> {
    pub(crate) method: &'a Method,
    /// The type that it returns, by its name on the page.
    pub(crate) file: &'a str,
    /// The field for the path.
    pub(crate) path: &'a Field,
}

/// Finds the method of an API that asks for a file: the first.
pub(crate) fn find_file_request(api: &Api) -> Option<FileRequest<'_>> {
    let mut methods = api.model.schema.methods.iter();
    methods.find_map(|method| {
        let mut required = method.params.iter().filter(|param| param.required);
        let is_id = required.next().is_some_and(|param| is_text(param, ID));
        let file = method.returns.as_ref().and_then(type_name)?;
        let fields = api.struct_fields(file)?;
        let has_id = fields.iter().any(|field| is_text(field, ID));
        let path = fields.iter().find(|field| is_text(field, PATH))?;
        (is_id && has_id && required.next().is_none()).then_some(FileRequest { method, file, path })
    })
}

/// Checks whether a member has this name, and may be any text.
fn is_text(field: &Field, name: &str) -> bool {
    field.name == name && field.ty == Type::String && field.facts.constant.is_none()
}
