//! The files of dialects in, the dialects of a page out: what holds in every language, the words of
//! each, and those that an API adds.

use serde_yaml::{Mapping, Value};

use super::Dialect;
use schema::reads::DialectWords;

/// The dialects that are built in. The first is the one of pages that give no sign of theirs.
const BUILT_IN: &[&str] = &[include_str!("english.yaml"), include_str!("chinese.yaml")];

/// The words of every language.
const COMMON: &str = include_str!("common.yaml");

/// The dialects that are built in, with the words that an API adds to them.
///
/// Words with the language of one of them are added to that one, words with none to each; with any
/// other they are a dialect of their own, which comes first.
pub(super) fn load_dialects<'w>(added: impl Iterator<Item = &'w DialectWords>) -> Vec<Dialect> {
    let common = parse(COMMON);
    let mut all: Vec<Value> = BUILT_IN.iter().map(|text| parse(text)).collect();
    for words in added.filter(|words| **words != DialectWords::default()) {
        add_words(&mut all, words);
    }
    let finish = |words: Value| {
        let mut words = merge(words, common.clone());
        let forms = std::mem::take(&mut words["short_forms"]);
        expand(&mut words, forms.as_mapping().unwrap_or(&Mapping::new()));
        Dialect::new(serde_yaml::from_value(words).unwrap_or_default())
    };
    all.into_iter().map(finish).collect()
}

fn add_words(all: &mut Vec<Value>, added: &DialectWords) {
    let extra = serde_yaml::to_value(added).unwrap_or_default();
    let is_added_to = |one: &Value| {
        let language = one["language"].as_str().unwrap_or_default();
        added.language.is_empty() || added.language.eq_ignore_ascii_case(language)
    };
    if !all.iter().any(is_added_to) {
        return all.insert(0, extra);
    }
    for one in all.iter_mut().filter(|one| is_added_to(one)) {
        forget_words(one, &extra);
        *one = merge(extra.clone(), std::mem::take(one));
    }
}

/// The short forms that patterns can have, with those that an API adds.
pub(super) fn short_forms(added: &DialectWords) -> Mapping {
    let mut forms = std::mem::take(&mut parse(COMMON)["short_forms"]);
    let added = added.short_forms.iter();
    let added = added.map(|(name, form)| (Value::from(name.as_str()), Value::from(form.as_str())));
    match &mut forms {
        Value::Mapping(forms) => {
            forms.extend(added);
            std::mem::take(forms)
        }
        _ => added.collect(),
    }
}

/// Reads a built-in file; a test reads every one of them.
fn parse(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap_or_default()
}

/// Adds one file to another: lists after the lists there, and what that has not at all.
fn merge(over: Value, base: Value) -> Value {
    let replaced = over.get("replace").cloned().unwrap_or_default();
    let is_replaced = |key: &Value| {
        let mut keys = replaced.as_sequence().into_iter().flatten();
        keys.any(|one| one == key)
    };
    match (over, base) {
        (Value::Mapping(mut over), Value::Mapping(base)) => {
            for (key, below) in base {
                if is_replaced(&key) {
                    continue;
                }
                let above = over.remove(&key).unwrap_or_default();
                over.insert(key, merge(above, below));
            }
            Value::Mapping(over)
        }
        (Value::Sequence(over), Value::Sequence(base)) => over.into_iter().chain(base).collect(),
        // A pattern stands alone, or in a list of several.
        (Value::Sequence(over), Value::String(base)) => {
            over.into_iter().chain([Value::String(base)]).collect()
        }
        (Value::Null, base) => base,
        (Value::String(over), base) if over.is_empty() => base,
        (over, _) => over,
    }
}

/// The lists of a dialect in which a word has one meaning.
const MEANINGS: &[&[&[&str]]] = &[
    &[&["columns"]],
    &[&["parts"]],
    &[&["types", "words"]],
    &[&["required"], &["optional"]],
];

/// Takes from a dialect the words that have another meaning in what is added to it.
fn forget_words(base: &mut Value, added: &Value) {
    for lists in MEANINGS {
        let mut words = Vec::new();
        for path in *lists {
            let list = path.iter().try_fold(added, |value, key| value.get(*key));
            list.into_iter()
                .for_each(|list| collect_words(list, &mut words));
        }
        for path in *lists {
            let list = path
                .iter()
                .try_fold(&mut *base, |value, key| value.get_mut(*key));
            list.into_iter().for_each(|list| remove_words(list, &words));
        }
    }
}

fn collect_words<'v>(value: &'v Value, words: &mut Vec<&'v Value>) {
    match value {
        Value::Sequence(list) => words.extend(list),
        Value::Mapping(lists) => lists.values().for_each(|list| collect_words(list, words)),
        _ => {}
    }
}

fn remove_words(value: &mut Value, words: &[&Value]) {
    match value {
        Value::Sequence(list) => list.retain(|word| !words.contains(&word)),
        Value::Mapping(lists) => lists
            .values_mut()
            .for_each(|list| remove_words(list, words)),
        _ => {}
    }
}

/// Puts the short forms into every text that has them. They may have one another.
fn expand(value: &mut Value, forms: &Mapping) {
    match value {
        Value::String(text) => *text = expand_text(std::mem::take(text), forms),
        Value::Sequence(items) => items.iter_mut().for_each(|item| expand(item, forms)),
        Value::Mapping(items) => items.values_mut().for_each(|item| expand(item, forms)),
        _ => {}
    }
}

/// The deepest that a short form may stand in others.
const DEEPEST: usize = 4;

pub(super) fn expand_text(mut text: String, forms: &Mapping) -> String {
    for _ in 0..DEEPEST {
        for (name, form) in forms {
            if !text.contains('{') {
                return text;
            }
            if let (Some(name), Some(form)) = (name.as_str(), form.as_str()) {
                text = text.replace(&format!("{{{name}}}"), form);
            }
        }
    }
    text
}
