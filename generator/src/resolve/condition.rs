//! When a value is required: in come the words of `required_if`, out goes a condition on the
//! fields beside it. Words that say anything else are no condition, and nothing is checked.

use schema::ty::is_identifier;

/// A condition on the fields beside a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    /// The fields, all of which must be so.
    pub(crate) fields: Vec<String>,
    /// What they must be.
    pub(crate) state: State,
}

/// What a field may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Absent,
    Present,
    True,
    False,
}

/// How each state is said, the longer before what they end with.
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
        let names = names.replace(" and ", ", ");
        let fields: Vec<String> = names.split(", ").map(str::to_owned).collect();
        let known = fields.iter().all(|name| is_identifier(name));
        known.then_some(Self { fields, state })
    }

    /// Says it again, always in the same words.
    pub(crate) fn text(&self) -> String {
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
