//! The condition under which a value is required: in come the words of `required_if`, out goes a
//! condition on the fields beside it. Words that say anything else are no condition, and nothing is
//! checked.

use schema::ty::is_identifier;

/// A condition on the fields beside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    /// The fields, all of which must be in the state.
    pub(crate) fields: Vec<String>,
    pub(crate) state: State,
}

/// The states of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Absent,
    Present,
    True,
    False,
}

/// The words for each state, the longer before what they end with.
const ENDINGS: &[(&str, State)] = &[
    (" is not specified", State::Absent),
    (" are not specified", State::Absent),
    (" is specified", State::Present),
    (" are specified", State::Present),
    (" is True", State::True),
    (" is False", State::False),
];

impl Condition {
    /// Reads a condition: `chat_id and message_id are not specified`, `ok is True`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('.').replace('`', "");
        let (names, state) = ENDINGS
            .iter()
            .find_map(|(ending, state)| Some((text.strip_suffix(ending)?, *state)))?;
        let fields: Vec<String> = names
            .replace(" and ", ", ")
            .split(", ")
            .map(str::to_owned)
            .collect();
        let are_fields = fields.iter().all(|name| is_identifier(name));
        are_fields.then_some(Self { fields, state })
    }

    /// Describes the condition, always in the same words.
    pub(crate) fn describe(&self) -> String {
        let verb = if self.fields.len() > 1 { "are" } else { "is" };
        let state = match self.state {
            State::Absent => "not specified",
            State::Present => "specified",
            State::True => "true",
            State::False => "false",
        };
        format!("{} {verb} {state}", self.fields.join(" and "))
    }
}
