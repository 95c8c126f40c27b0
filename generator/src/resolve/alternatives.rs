//! Parameters of which a request sets one: the markup of a text is written in a parse mode, or stands
//! beside it as formatted ranges.

use schema::schema::Field;
use schema::ty::Type;

use crate::resolve::api::Api;
use crate::resolve::limits::find_parse_mode;

/// Finds the pairs of a parse mode and the ranges of the same text among the parameters of a method.
///
/// Ranges are a list of objects with an `offset` and a `length`. Their name tells the text: with a
/// `title_parse_mode` and a `parse_mode`, `title_marks` goes with the former, and `marks` and
/// `note_marks` with the latter.
pub(crate) fn find_alternatives<'a>(
    api: &'a Api,
    params: &'a [Field],
) -> impl Iterator<Item = (&'a Field, &'a Field)> {
    let ranges = params.iter().filter(|param| is_list_of_ranges(api, param));
    ranges.filter_map(|param| {
        let text = param.name.rsplit_once('_').map_or("", |(text, _)| text);
        find_parse_mode(text, params).map(|mode| (mode, param))
    })
}

fn is_list_of_ranges(api: &Api, param: &Field) -> bool {
    let Type::Array(item) = &param.ty else {
        return false;
    };
    let Type::Named(name) = &**item else {
        return false;
    };
    let fields = api.struct_fields(name).unwrap_or_default();
    let is_number = |name| {
        let mut fields = fields.iter();
        fields.any(|field| field.name == name && field.ty == Type::Integer)
    };
    is_number("offset") && is_number("length")
}
