//! The types whose values come in lists to be handled one by one, such as updates: the field that
//! numbers them, and the parameters that list which of them are wanted.

use schema::schema::{Field, Method, Scalar, Schema, Shape};
use schema::ty::Type;

use crate::resolve::string_enum::is_string_enum;
use crate::resolve::update::OFFSET;

/// The field that numbers the values of a type which come in lists to be handled one by one,
/// such as `Update.update_id`: all other fields are optional, and are objects.
pub(crate) fn sequence_field<'a>(schema: &'a Schema, name: &str) -> Option<&'a str> {
    let listed = Type::array(Type::Named(name.to_owned()));
    let fields = schema.type_def(name)?.fields();
    let (required, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.required);
    let number = required.first().filter(|field| field.ty == Type::Integer)?;
    let is_envelope =
        required.len() == 1 && rest.len() > 1 && rest.iter().all(|field| is_named_type(&field.ty));
    let mut methods = schema.methods.iter();
    let is_listed = methods.any(|method| method.returns.as_ref() == Some(&listed));
    (is_envelope && is_listed).then_some(number.name.as_str())
}

/// Gives each parameter and field that lists which events are wanted the names of the events as its
/// values, where the page lists none.
///
/// It is the one list of texts among the parameters of the method that asks for updates part by part,
/// and whatever else has its name: where `getNews(offset, wanted_news)` returns a list of `News` with
/// the optional fields `letter` and `visit`, both are what `wanted_news: Array of String` may have.
pub(crate) fn list_event_names(schema: &mut Schema) {
    let Some((name, events)) = find_event_list(schema) else {
        return;
    };
    let params = schema
        .methods
        .iter_mut()
        .flat_map(|method| &mut method.params);
    let fields = schema
        .types
        .iter_mut()
        .flat_map(|def| match &mut def.shape {
            Shape::Struct(fields) => fields.as_mut_slice(),
            Shape::Union(_) => &mut [],
        });
    for field in params.chain(fields) {
        if field.name == name && is_open_list(field) {
            field.facts.values.clone_from(&events);
        }
    }
}

/// The name of the parameter that lists wanted events, and the names of all events.
fn find_event_list(schema: &Schema) -> Option<(String, Vec<Scalar>)> {
    schema.methods.iter().find_map(|method| {
        let update = listed_update(schema, method)?;
        let mut lists = method.params.iter().filter(|param| is_open_list(param));
        let only = lists.next().filter(|_| lists.next().is_none())?;
        let events = update.iter().filter(|field| !field.required);
        let names = events.map(|field| Scalar::String(field.wire_name().to_owned()));
        Some((only.name.clone(), names.collect()))
    })
}

/// The fields of the update that a method returns a list of, a part at a time.
fn listed_update<'a>(schema: &'a Schema, method: &Method) -> Option<&'a [Field]> {
    let Some(Type::Array(item)) = &method.returns else {
        return None;
    };
    let Type::Named(name) = item.as_ref() else {
        return None;
    };
    let has_offset = method.params.iter().any(|param| param.name == OFFSET);
    sequence_field(schema, name).filter(|_| has_offset)?;
    Some(schema.type_def(name)?.fields())
}

/// Checks whether a field is a list of any texts.
fn is_open_list(field: &Field) -> bool {
    field.ty == Type::array(Type::String) && field.facts.values.is_empty()
}

/// Checks whether a type has a name on the page.
fn is_named_type(ty: &Type) -> bool {
    matches!(ty, Type::Named(_)) && !is_string_enum(ty)
}
