//! Suppression of consequences: a finding that another one explains is left out.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::find;
use super::rules::{dangling_member, unknown_type, unread_fact};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;

/// Removes the findings that another one, if it is more than a note, explains.
pub(super) fn remove_consequences(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let causes = Causes::collect(&diagnostics);
    diagnostics.retain(|one| !causes.explain(one));
    diagnostics
}

/// The items that findings are about, as far as they can cause other findings.
#[derive(Default)]
struct Causes {
    /// The code and the item of each finding.
    items: HashSet<(&'static str, ItemPath)>,
    /// The code of each finding and the text that it expects.
    expected: HashSet<(&'static str, String)>,
    /// The places of the findings of each code: the start and the end of each.
    places: HashMap<&'static str, BTreeMap<usize, usize>>,
    /// The methods and types with any finding in them.
    owners: HashSet<String>,
    /// The undefined names whose definitions are probably hidden.
    hidden: HashSet<String>,
}

impl Causes {
    fn collect(diagnostics: &[Diagnostic]) -> Self {
        let mut causes = Self {
            hidden: hidden_names(diagnostics),
            ..Self::default()
        };
        for one in diagnostics.iter().filter(|one| one.level != Level::Info) {
            if let Some(label) = &one.primary {
                let places = causes.places.entry(one.code).or_default();
                places.insert(label.span.start(), label.span.end());
            }
            if let Some(expected) = &one.expected {
                causes.expected.insert((one.code, expected.clone()));
            }
            let Some(at) = &one.at else { continue };
            causes.items.insert((one.code, at.clone()));
            // A finding that depends on others is no cause itself; nor is a fact that is not read,
            // which leaves the rest of its item as it is.
            if one.depends_on.is_empty() && one.code != unread_fact::LINT.code {
                causes.owners.insert(at.owner.clone());
            }
        }
        causes
    }

    fn explain(&self, one: &Diagnostic) -> bool {
        self.supersede(one)
            || undefined_name(one).is_some_and(|name| self.hidden.contains(name))
            || one
                .depends_on
                .iter()
                .any(|owner| self.owners.contains(owner))
    }

    /// Tells whether a finding of another lint is about the same item or place, or expects it:
    /// `unused-type` of `Note` is superseded by `unknown-type` of `Ntoe`, which was meant to be
    /// `Note`.
    fn supersede(&self, one: &Diagnostic) -> bool {
        let (Some(at), Some(lint)) = (&one.at, find(one.code)) else {
            return false;
        };
        lint.superseded_by.iter().any(|code| {
            self.items.contains(&(*code, at.clone()))
                || self.expected.contains(&(*code, at.to_string()))
                || self.is_within(one, code)
        })
    }

    /// Tells whether the place of a finding lies within one of another code.
    fn is_within(&self, one: &Diagnostic, code: &str) -> bool {
        let (Some(places), Some(label)) = (self.places.get(code), &one.primary) else {
            return false;
        };
        let (start, end) = (label.span.start(), label.span.end());
        let mut before = places.range(..=start).rev();
        before.next().is_some_and(|(_, last)| end <= *last)
    }
}

/// Collects the undefined names whose definitions are hidden by what other findings are about.
///
/// A code block that hides three tables may hide the definitions of three undefined names. Where
/// there are four, at least one is a mistake of its own, and none is left out.
fn hidden_names(diagnostics: &[Diagnostic]) -> HashSet<String> {
    let serious = diagnostics.iter().filter(|one| one.level != Level::Info);
    let hidden: usize = serious.map(|one| one.hides).sum();
    let names = diagnostics.iter().filter_map(undefined_name);
    let names: HashSet<String> = names.map(str::to_owned).collect();
    if names.len() <= hidden {
        names
    } else {
        HashSet::new()
    }
}

/// Returns the name that nothing defines, where a finding is about one without a similar name.
fn undefined_name(one: &Diagnostic) -> Option<&str> {
    let codes = [unknown_type::LINT.code, dangling_member::LINT.code];
    if codes.contains(&one.code) && one.expected.is_none() {
        one.found.as_deref()
    } else {
        None
    }
}
