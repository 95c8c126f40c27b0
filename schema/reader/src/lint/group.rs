//! Groups: findings of one cause in, the first of them with the number of the others out.

use std::collections::HashMap;

use schema::diagnostic::{Diagnostic, Level};

/// So many findings of one cause stand each at its place: they are soon fixed one by one. Of more
/// the first one says it all.
///
/// For example, a page whose 130 tables stand below headings in a form that nobody knows has one
/// mistake, and not 130.
const FEW: usize = 3;

/// The most lines that are listed of the others.
const LISTED: usize = 10;

/// A lint, a level and a cause: what findings of one group share.
type Key = (&'static str, Level, String);

/// Puts the findings in the order of their places, and makes one of those that share a cause.
pub fn group_by_cause(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_cached_key(Diagnostic::order);
    let mut groups: HashMap<Key, Vec<usize>> = HashMap::new();
    for (index, one) in diagnostics.iter().enumerate() {
        if let Some(cause) = &one.cause {
            let key = (one.code, one.level, cause.clone());
            groups.entry(key).or_default().push(index);
        }
    }
    let mut is_kept = vec![true; diagnostics.len()];
    for members in groups.into_values().filter(|members| members.len() > FEW) {
        let (first, others) = (members[0], &members[1..]);
        let lines = list_lines(&diagnostics, others);
        count_others(&mut diagnostics[first], others.len(), &lines);
        others.iter().for_each(|&index| is_kept[index] = false);
    }
    let kept = diagnostics.into_iter().zip(is_kept);
    kept.filter(|(_, is_kept)| *is_kept)
        .map(|(one, _)| one)
        .collect()
}

fn count_others(first: &mut Diagnostic, count: usize, lines: &str) {
    first.message += &format!(", and {count} more of this cause");
    first.notes.push(lines.to_owned());
}

/// Names the lines of the others: `also in lines 12, 40, 77, …`.
fn list_lines(diagnostics: &[Diagnostic], others: &[usize]) -> String {
    let labels = others
        .iter()
        .filter_map(|&index| diagnostics[index].primary.as_ref());
    let lines = labels
        .take(LISTED)
        .map(|label| label.position().line.to_string());
    let lines = lines.collect::<Vec<_>>().join(", ");
    let more = if others.len() > LISTED { ", …" } else { "" };
    format!("also in lines {lines}{more}")
}
