//! Notes on what a page changed in `page.lock`, and on what is gone: a line each.

use generator::compat::diff::{ChangeKind, diff};
use schema::path::ItemPath;

use crate::pipeline::Checked;
use crate::render::sanitize::sanitize_line;

/// The most owners of a member that a note names.
const NAMED: usize = 3;

/// Prints the notes: on the record of what was required, on what is gone, and on keys of `api.yaml`
/// that `page.lock` took over.
pub(crate) fn print_notes(checked: &Checked) -> String {
    let history = &checked.history;
    let added = group_members(&history.added).into_iter().map(|members| {
        format!("{members} is no longer required; constructors still take it, as page.lock records")
    });
    let dropped = group_members(&history.dropped).into_iter().map(|members| {
        format!("{members} is no longer optional; page.lock forgets that it was required before")
    });
    let notes = added
        .chain(dropped)
        .chain(removal_notes(checked))
        .chain(moved_keys(checked));
    let name = &checked.api.name;
    notes
        .map(|note| format!("note: {name}: {}\n", sanitize_line(&note)))
        .collect()
}

/// Says what the page no longer has, and what that means for code.
fn removal_notes(checked: &Checked) -> Vec<String> {
    let (Some(committed), Some(_)) = (checked.api.committed(), &checked.fetched) else {
        return Vec::new();
    };
    let changes = diff(committed, &checked.stated);
    let gone = |kinds: &[ChangeKind]| -> Vec<ItemPath> {
        let gone = changes.iter().filter(|change| kinds.contains(&change.kind));
        gone.map(|change| change.at.clone()).collect()
    };
    let owners = gone(&[ChangeKind::MethodRemoved, ChangeKind::TypeRemoved]);
    let owners = owners.iter().map(|at| format!("`{at}` is gone"));
    let members = gone(&[ChangeKind::ParamRemoved, ChangeKind::FieldRemoved]);
    let (kept, lost): (Vec<_>, Vec<_>) = members
        .into_iter()
        .partition(|at| keeps_setter(checked, at));
    let lost = group_members(&lost).into_iter();
    let lost = lost.map(|members| format!("{members} is gone; code that uses it breaks"));
    let kept = group_members(&kept).into_iter().map(|members| {
        format!(
            "{members} is gone; its setter stays for this version, deprecated and without effect, \
             as page.lock records; code that reads the field breaks"
        )
    });
    owners.chain(lost).chain(kept).collect()
}

fn keeps_setter(checked: &Checked, at: &ItemPath) -> bool {
    let removed = checked.lock.removed.get(&at.owner);
    let mut removed = removed.into_iter().flatten();
    removed.any(|field| Some(&field.name) == at.name.as_ref())
}

/// Groups members by their name: `` `ink` of `sendNote`, `sendSong`, `sendMap` and 11 more ``.
fn group_members(all: &[ItemPath]) -> Vec<String> {
    let mut groups: Vec<Vec<&ItemPath>> = Vec::new();
    for at in all {
        let same = |group: &&mut Vec<&ItemPath>| at.name.is_some() && group[0].name == at.name;
        match groups.iter_mut().find(same) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups.iter().map(|group| print_group(group)).collect()
}

fn print_group(group: &[&ItemPath]) -> String {
    let [first, _, ..] = group else {
        return group.iter().map(|at| format!("`{at}`")).collect();
    };
    let owners = group.iter().take(NAMED).map(|at| format!("`{}`", at.owner));
    let owners = owners.collect::<Vec<_>>().join(", ");
    let name = first.name.as_deref().unwrap_or_default();
    match group.len().saturating_sub(NAMED) {
        0 => format!("`{name}` of {owners}"),
        more => format!("`{name}` of {owners} and {more} more"),
    }
}

/// A manifest of earlier times records what `page.lock` does now.
fn moved_keys(checked: &Checked) -> Option<String> {
    let manifest = &checked.api.manifest;
    let keys = manifest.value.old_keys();
    let keys: Vec<_> = keys.iter().map(|key| format!("`{key}`")).collect();
    let (keys, file) = (keys.join(", "), manifest.source.name());
    (!keys.is_empty()).then(|| format!("page.lock records the page now; remove {keys} from {file}"))
}
