//! The rules of the real server that no schema states: what it takes beyond its page, what it
//! refuses. Fields and types that this crate knows by name stand here, methods in
//! [`roles`](crate::roles), and the words of refusals in [`words`](crate::words).

use schema::schema::{Field, Method};
use schema::ty::Type;
use serde_json::{Map, Value};

use crate::check::{Path, Problem, ProblemKind};

/// The field that gives the markup language of the text beside it.
pub(crate) const PARSE_MODE: &str = "parse_mode";

/// The types that may be given as the text that is their field: an option of a poll, which was one
/// before it was an object.
const TEXT_FOR_OBJECT: [(&str, &str); 1] = [("InputPollOption", "text")];

/// The type of which each value does one thing, and its fields that are not about that.
const ONE_ACTION: (&str, [&str; 3]) = (
    "InlineKeyboardButton",
    ["text", "icon_custom_emoji_id", "style"],
);

/// The kinds of media that share an album with none but their own.
const ALONE_IN_ALBUM: [&str; 2] = ["audio", "document"];

/// The parameter with the media of an album.
const MEDIA: &str = "media";

/// Returns if the values of a field are taken in upper or lower case.
pub(crate) fn ignores_case(field: &Field) -> bool {
    field.name.ends_with(PARSE_MODE)
}

/// Returns if an empty text in place of a value is as if there were none: `entities=`. Where a text
/// can be empty, it says so: `caption=` removes a caption.
pub(crate) fn is_absent(field: &Field, value: &str) -> bool {
    let facts = &field.facts;
    let limits = facts.length.or(facts.bytes).unwrap_or_default();
    let has_least = limits.min > Some(0);
    let is_plain = field.ty == Type::String && facts.values.is_empty() && !has_least;
    value.is_empty() && !field.required && !is_plain
}

/// The field of a type that a text may stand for.
pub(crate) fn text_field(type_name: &str) -> Option<&'static str> {
    let mut known = TEXT_FOR_OBJECT.iter();
    known.find_map(|(name, field)| (*name == type_name).then_some(*field))
}

/// Returns if a field is the identifier of a chat, which is a number or a name.
pub(crate) fn is_chat_id(field: &Field) -> bool {
    let is_named = field.name == "chat_id" || field.name.ends_with("_chat_id");
    let members = field.ty.members();
    is_named && members.contains(&Type::Integer) && members.contains(&Type::String)
}

/// Checks that an identifier of a chat can be one: `-100123`, `@cats`.
pub(crate) fn check_chat_id(at: &Path<'_>, value: &Value) -> Result<(), Problem> {
    let text = value.as_str().unwrap_or_default();
    if value.is_string() && text.is_empty() {
        return Err(Problem::new(at, "is empty").of_kind(ProblemKind::Missing));
    }
    let number = value.as_i64().or_else(|| text.parse().ok());
    let is_name = text.strip_prefix('@').is_some_and(|name| !name.is_empty());
    if number.map_or(is_name, |number| number != 0) {
        return Ok(());
    }
    let what = format!("is {value}, which is neither a number nor a name with `@`");
    Err(Problem::new(at, what).of_kind(ProblemKind::NoChat))
}

/// The fields of a type of which exactly one must be there; none where all can be.
pub(crate) fn action_fields<'a>(type_name: &str, fields: &'a [Field]) -> Vec<&'a Field> {
    let (name, others) = ONE_ACTION;
    let actions = fields
        .iter()
        .filter(|field| !others.contains(&field.name.as_str()));
    actions.filter(|_| type_name == name).collect()
}

/// Checks that an object has exactly one of its fields that are actions. The real server takes the
/// first of several, so that a lenient one does too.
pub(crate) fn check_action(
    at: &Path<'_>,
    actions: &[&Field],
    members: &Map<String, Value>,
    lenient: bool,
) -> Result<(), Problem> {
    let is_given = |field: &&&Field| match members.get(&field.name) {
        Some(Value::String(text)) => !is_absent(field, text),
        given => given.is_some_and(|value| !value.is_null()),
    };
    let given: Vec<&str> = actions
        .iter()
        .filter(is_given)
        .map(|field| field.name.as_str())
        .collect();
    match given.as_slice() {
        [] if !actions.is_empty() => {
            let problem = Problem::new(at, "does nothing: it has none of the fields for that");
            Err(problem.of_kind(ProblemKind::NoAction))
        }
        [first, second, ..] if !lenient => {
            let what = format!("has {first} and {second}, only one of them is allowed");
            Err(Problem::new(at, what))
        }
        _ => Ok(()),
    }
}

/// Checks that what is sent together can be: documents and audio files only with their own kind.
pub(crate) fn check_album(method: &Method, params: &Map<String, Value>) -> Result<(), Problem> {
    let is_album = matches!(method.returns, Some(Type::Array(_)));
    let media = params.get(MEDIA).and_then(Value::as_array);
    let kinds = media.filter(|_| is_album).into_iter().flatten();
    let kinds: Vec<&str> = kinds.filter_map(|one| one.get("type")?.as_str()).collect();
    let is_mixed = kinds.iter().any(|kind| Some(kind) != kinds.first());
    let lonely = kinds.iter().position(|kind| ALONE_IN_ALBUM.contains(kind));
    match lonely {
        Some(index) if is_mixed => {
            let media = Path::Field(&Path::Root, MEDIA);
            let what = format!(
                "is of the type {}, which can't be mixed with others",
                kinds[index]
            );
            let kind = ProblemKind::Mixed(kinds[index].to_owned());
            Err(Problem::new(&Path::Item(&media, index), what).of_kind(kind))
        }
        _ => Ok(()),
    }
}
