//! The types whose values come in lists to be handled one by one, such as updates: the field that
//! numbers them, and the parameters that list which of them are wanted.

use schema::call::Updates;
use schema::schema::{Field, Method, Scalar, Schema, Shape};
use schema::ty::Type;

use crate::resolve::string_enum::is_string_enum;

/// The parameter that asks for the next part of a list, where the manifest names none.
const OFFSET: &str = "offset";

/// The field that numbers the values of a type which come in lists to be handled one by one, such as
/// `Update.update_id`: the one that the manifest names for updates, or else that of an envelope.
pub(crate) fn sequence_field<'a>(
    schema: &'a Schema,
    updates: Option<&Updates>,
    name: &str,
) -> Option<&'a str> {
    let poll = match updates {
        None => return envelope_field(schema, name),
        Some(Updates::None(_)) => return None,
        Some(Updates::LongPoll(poll)) => poll,
    };
    let listed = Type::array(Type::Named(name.to_owned()));
    let mut fields = schema.type_def(name)?.fields().iter();
    let number = fields.find(|field| field.name == poll.number)?;
    let is_number = number.required && number.ty == Type::Integer;
    let is_polled = schema.method(&poll.method)?.returns == Some(listed);
    (is_number && is_polled).then_some(number.name.as_str())
}

/// The parameter by which a call confirms what it had before, if the method is one that may poll.
pub(crate) fn confirming_param<'a>(
    updates: Option<&'a Updates>,
    method: &Method,
) -> Option<&'a str> {
    match updates {
        None => Some(OFFSET),
        Some(Updates::LongPoll(poll)) if poll.method == method.name => Some(&poll.confirm),
        Some(_) => None,
    }
}

/// The field that numbers the values of an envelope which comes in lists: all other fields are
/// optional, and are objects.
pub(crate) fn envelope_field<'a>(schema: &'a Schema, name: &str) -> Option<&'a str> {
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
pub(crate) fn list_event_names(schema: &mut Schema, updates: Option<&Updates>) {
    let Some((name, events)) = find_event_list(schema, updates) else {
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
fn find_event_list(schema: &Schema, updates: Option<&Updates>) -> Option<(String, Vec<Scalar>)> {
    schema.methods.iter().find_map(|method| {
        let update = listed_update(schema, updates, method)?;
        let mut lists = method.params.iter().filter(|param| is_open_list(param));
        let only = lists.next().filter(|_| lists.next().is_none())?;
        let events = update.iter().filter(|field| !field.required);
        let names = events.map(|field| Scalar::String(field.wire_name().to_owned()));
        Some((only.name.clone(), names.collect()))
    })
}

/// The fields of the update that a method returns a list of, a part at a time.
fn listed_update<'a>(
    schema: &'a Schema,
    updates: Option<&Updates>,
    method: &Method,
) -> Option<&'a [Field]> {
    let Some(Type::Array(item)) = &method.returns else {
        return None;
    };
    let Type::Named(name) = item.as_ref() else {
        return None;
    };
    let confirming = confirming_param(updates, method)?;
    let confirms = method.params.iter().any(|param| param.name == confirming);
    sequence_field(schema, updates, name).filter(|_| confirms)?;
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
