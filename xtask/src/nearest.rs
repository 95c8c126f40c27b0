//! Names that someone may have meant: a misspelt name and the known ones in, the nearest out.

use similar::get_close_matches;

/// How many names to suggest at most.
const MOST: usize = 3;
/// How alike a name has to be, from 0 to 1.
const ALIKE: f32 = 0.55;

/// `did you mean …?`, or the list of what there is where nothing is near.
pub(crate) fn suggest(name: &str, known: &[&str]) -> String {
    let near = get_close_matches(name, known, MOST, ALIKE);
    if near.is_empty() {
        return format!("there is {}", join(known, "and"));
    }
    format!("did you mean {}?", join(&near, "or"))
}

/// `a`, `b` and `c`.
fn join(names: &[&str], word: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => "none".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
    }
}
