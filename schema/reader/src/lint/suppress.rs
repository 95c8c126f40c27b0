//! Causes and consequences: all findings in, those that no other one explains out.

use std::collections::HashSet;

use super::find;
use super::rules::{dangling_member, unknown_type};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;

/// Leaves out what another finding, one that is no mere note, explains.
pub(super) fn only(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let causes = Causes::of(&found);
    let kept: Vec<bool> = found.iter().map(|one| !causes.explain(one)).collect();
    let pairs = found.into_iter().zip(kept);
    pairs
        .filter(|(_, kept)| *kept)
        .map(|(one, _)| one)
        .collect()
}

/// What the findings are about, as far as others can come of them.
#[derive(Default)]
struct Causes {
    /// What each kind of finding is about.
    places: HashSet<(&'static str, ItemPath)>,
    /// What each kind of finding says should stand there.
    expected: HashSet<(&'static str, String)>,
    /// The methods and types with anything wrong in them.
    owners: HashSet<String>,
    /// The names that nothing defines, nor a similar one, where as many definitions are lost.
    lost: HashSet<String>,
}

impl Causes {
    fn of(found: &[Diagnostic]) -> Self {
        let mut causes = Self::default();
        for one in found.iter().filter(|one| one.level != Level::Info) {
            if let Some(expected) = &one.expected {
                causes.expected.insert((one.code, expected.clone()));
            }
            if let Some(at) = &one.at {
                causes.places.insert((one.code, at.clone()));
            }
            // What rests on others is no cause itself.
            if let Some(at) = one.at.as_ref().filter(|_| one.depends_on.is_empty()) {
                causes.owners.insert(at.owner.clone());
            }
        }
        causes.lost = lost(found);
        causes
    }

    /// Whether a finding yields to another about the same address, or to one that expects what it
    /// is about; or whether something is wrong with what it rests on.
    fn explain(&self, one: &Diagnostic) -> bool {
        let superseded_by = find(one.code).map_or(&[] as &[_], |lint| lint.superseded_by);
        let yields = one.at.iter().any(|at| {
            let mut codes = superseded_by.iter();
            codes.any(|code| {
                let meant = (*code, at.to_string());
                self.places.contains(&(*code, at.clone())) || self.expected.contains(&meant)
            })
        });
        let is_lost = undefined(one).is_some_and(|name| self.lost.contains(name));
        yields
            || is_lost
            || one
                .depends_on
                .iter()
                .any(|owner| self.owners.contains(owner))
    }
}

/// The names whose definitions are lost with what other findings are about: no more than those say.
fn lost(found: &[Diagnostic]) -> HashSet<String> {
    let firm = found.iter().filter(|one| one.level != Level::Info);
    let count: usize = firm.map(|one| one.hides).sum();
    let names = found.iter().filter_map(undefined).map(str::to_owned);
    let names: HashSet<String> = names.collect();
    Some(names)
        .filter(|names| names.len() <= count)
        .unwrap_or_default()
}

/// The name that a finding says nothing defines, where it knows of none that was meant.
fn undefined(one: &Diagnostic) -> Option<&str> {
    let codes = [unknown_type::LINT.code, dangling_member::LINT.code];
    let undefined = codes.contains(&one.code) && one.expected.is_none();
    one.found.as_deref().filter(|_| undefined)
}
