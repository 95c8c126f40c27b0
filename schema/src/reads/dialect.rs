//! Dialects: the words and sentences of a language in which pages are written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Descriptions, Pattern};

/// The words and rules of one language. Words are in lower case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DialectWords {
    /// The language, as diagnostics name it.
    pub language: String,
    /// Keys of the dialect to which this is added whose words there do not hold: `[parts, required]`.
    pub replace: Vec<String>,
    /// Letters of which a text has one where the rules for descriptions can match it; absent where
    /// any text may.
    pub letters: Pattern,
    /// Headers of columns, by what their cells hold.
    pub columns: BTreeMap<Column, Vec<String>>,
    /// Words in the headings and captions of a section's parts. Of several in one heading the first
    /// of the list of kinds counts: “Response fields” opens the response.
    pub parts: BTreeMap<Part, Vec<String>>,
    /// Words that the name of a type with a list of values ends with: `LoftKind`.
    pub value_names: Vec<String>,
    /// Words beside the name in a heading that say what it is: “Photo object”. Those are none that
    /// make something else of it: a “Photo event” is no `Photo`.
    pub item_nouns: Vec<String>,
    /// Headings of the part that says how a method is called: “Endpoint”. They stand alone.
    pub call_headings: Vec<String>,
    /// Marks at the end of a name: `text?`.
    pub marks: Marks,
    /// Words of the required column that mean required.
    pub required: Vec<String>,
    /// Words of the required column that mean optional.
    pub optional: Vec<String>,
    /// The grammar of type cells.
    pub types: TypeWords,
    /// The grammar of return sentences.
    pub returns: ReturnWords,
    /// The grammar of unions given as a list of their members.
    pub unions: Pattern,
    /// The grammar of sentences that let another type stand in the place of one.
    pub alternatives: AlternativeWords,
    /// The statements that descriptions make.
    pub descriptions: Descriptions,
    /// Words that make the values after them examples: “such as”.
    pub examples: Pattern,
    /// Marks and words between the values of a list.
    pub separators: Vec<String>,
    /// Words that leave a list of values open: “etc.”
    pub open_list: Pattern,
    /// States that a method takes no parameters, or that a type has no fields.
    pub takes_nothing: Pattern,
    /// States that a method is given something.
    pub takes_input: Pattern,
    /// Lines that are the platform's version and nothing else; group `version`.
    pub version: Vec<Pattern>,
    /// The text that `{name}` in the patterns stands for.
    pub short_forms: BTreeMap<String, String>,
}

/// The meaning of a column, as its header says it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// Names of parameters or fields.
    Name,
    /// Types.
    Type,
    /// True if a parameter is required.
    Required,
    /// Prose.
    Description,
    /// Values that something can have.
    Value,
    /// Values that absence stands for.
    Default,
    /// Examples and the like: nothing for the schema.
    Ignore,
    /// Addresses of methods; in a line, the word before one: `Endpoint: /notes`.
    Address,
    /// Their verbs.
    Verb,
    /// The place of a parameter in the request: `query`.
    In,
}

/// The part of a method's or type's section that a heading or a caption opens.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Errors, examples: nothing for the schema.
    Other,
    /// The result of a method.
    Response,
    /// The parameters of a method, or the fields of a type.
    Input,
}

/// Marks at the end of the name of a parameter or field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Marks {
    /// Those that say that it may be left out: `?`, `(optional)`.
    pub optional: Vec<String>,
    /// Those that say that it must be given: `*`.
    pub required: Vec<String>,
}

/// The words of type cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TypeWords {
    /// Other words for types, by type; `Json` is any value: `Array<Json>: [array]`.
    pub words: BTreeMap<String, Vec<String>>,
    /// Words for an object whose fields the next rows list.
    pub objects: Vec<String>,
    /// Words for an array of such objects.
    pub object_arrays: Vec<String>,
    /// Forms of arrays, `T` in the place of their items: `array of T`, `T[]`.
    pub arrays: Vec<String>,
    /// Forms that say no more than the type `T` in them: `T object`.
    pub plain: Vec<String>,
    /// Forms that say that the value may be left out: `T?`.
    pub optional: Vec<String>,
    /// Text in a type cell that says nothing: a note in parentheses, a shortcode.
    pub noise: Pattern,
    /// Words that leave the type open, and what to write instead.
    pub vague: BTreeMap<String, String>,
    /// Separators of the members of a union.
    pub or: Vec<String>,
    /// Separators of the items of a list of types.
    pub and: Vec<String>,
}

/// The words of return sentences.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ReturnWords {
    /// The verb; a sentence without it says nothing about returns.
    pub verb: Pattern,
    /// Words that make a sentence with the verb one about something else: errors, special cases.
    pub unless: Pattern,
    /// Opens a clause that names another possible result.
    pub otherwise: Pattern,
    /// Stands right before the type in the clause, where it stands.
    pub marker: Pattern,
    /// Stands before the type of a list's items: “a list of”. Twice for a list of lists.
    pub array: Pattern,
    /// Stands right after the type of a list's items: “array” in “an Event array”.
    pub array_after: Pattern,
    /// Words that follow a type's name and nothing else: “object”.
    pub noun: Pattern,
    /// Such words for several: “objects”.
    pub plural: Pattern,
    /// Words for built-in types in lower case that are not much used for anything else.
    pub plain_types: Vec<String>,
    /// The end of what stands before a type, where nothing else can: “Returns a”.
    pub before_type: Pattern,
    /// A sentence that promises a return; where no type can be read in it, that is reported.
    pub promise: Pattern,
    /// Sentences that are read, for advice.
    pub advice: String,
}

/// The words of sentences that let another type stand in the place of one: “A String may stand in
/// place of this object”.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AlternativeWords {
    /// The verb that permits it, in the group `verb` where that is not the whole.
    pub permits: Pattern,
    /// Names the type that is replaced: this one, or that of the group `name`.
    pub of_object: Pattern,
    /// Says that something is replaced, and not what; or opens a sentence about this type, or that of
    /// the group `name`: “This object can also be”.
    pub alone: Pattern,
}

impl DialectWords {
    /// Every pattern of it.
    pub fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let (returns, rules) = (&self.returns, &self.descriptions);
        let all = [
            &self.letters,
            &self.types.noise,
            &returns.verb,
            &returns.unless,
            &returns.otherwise,
            &returns.marker,
            &returns.array,
            &returns.array_after,
            &returns.noun,
            &returns.plural,
            &returns.before_type,
            &returns.promise,
            &self.unions,
            &self.alternatives.permits,
            &self.alternatives.of_object,
            &self.alternatives.alone,
            &self.examples,
            &self.open_list,
            &self.takes_nothing,
            &self.takes_input,
        ];
        let lists = [
            &rules.optional,
            &rules.required,
            &rules.prose,
            &self.version,
        ];
        let facts = rules.facts.iter().flat_map(|one| &one.patterns);
        let values = rules.values.iter().flat_map(|one| &one.patterns);
        let lookalikes = rules.lookalikes.iter().flat_map(|one| &one.patterns);
        let rules = lists.into_iter().flatten().chain(facts);
        all.into_iter().chain(rules.chain(values).chain(lookalikes))
    }
}
