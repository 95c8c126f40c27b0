//! Spelling suggestions: the known name that a misspelt one was probably meant to be.

use strsim::osa_distance;

/// The longest word that is compared, in letters. The time of a comparison grows with the product
/// of two lengths, and a hostile page may have words of a megabyte.
const LONGEST: usize = 128;

/// Returns the most slips that a word of so many letters may have: two, or a third of its letters.
///
/// A slip is a letter that is missing, added, changed or exchanged with its neighbour: `Mesage` and
/// `Massage` are one slip away from `Message`. A word of five letters may have one, and one of two
/// letters none: `Me` is not a misspelt `He`.
pub fn most_slips(letters: usize) -> usize {
    if letters > LONGEST {
        0
    } else {
        2.min(letters / 3)
    }
}

/// Counts the slips between a word and what it may have been meant to be; `None` where they are
/// the same or too far apart.
pub fn count_slips(word: &str, candidate: &str) -> Option<usize> {
    let letters = word.chars().count();
    let most = most_slips(letters);
    if letters.abs_diff(candidate.chars().count()) > most {
        return None;
    }
    Some(osa_distance(word, candidate)).filter(|slips| (1..=most).contains(slips))
}

/// Finds the candidate that a word was probably meant to be, the first of those that are nearest.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = candidates
        .into_iter()
        .filter_map(|candidate| Some((count_slips(word, candidate)?, candidate)));
    near.min_by_key(|&(slips, _)| slips)
        .map(|(_, candidate)| candidate)
}

/// Prints advice about an unknown name: “did you mean …?”, or a list of the known ones.
pub fn did_you_mean(name: &str, known: &[&str]) -> String {
    if let Some(near) = nearest(name, known.iter().copied()) {
        return format!("did you mean `{near}`?");
    }
    let quoted: Vec<_> = known.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => "there is none".to_owned(),
        Some((only, [])) => format!("there is {only}"),
        Some((last, rest)) => format!("there is {} and {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        let types = ["Message", "String", "InputMediaVideo", "Chat"];
        assert_eq!(nearest("Mesage", types), Some("Message"));
        assert_eq!(nearest("Stirng", types), Some("String"));
        assert_eq!(nearest("InputMediaAudio", types), None);
        assert_eq!(nearest("Chat", types), None);
        assert_eq!(nearest("Cat", types), Some("Chat"));
        assert_eq!(nearest("Me", types), None);
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&(long.clone() + "b"), [long.as_str()]), None);
    }

    #[test]
    fn an_unknown_name_is_near_to_one_or_gets_the_list() {
        let known = ["type-conflict", "unknown-type"];
        let advice = did_you_mean("typ-conflict", &known);
        assert_eq!(advice, "did you mean `type-conflict`?");
        let advice = did_you_mean("zzz", &known);
        assert_eq!(advice, "there is `type-conflict` and `unknown-type`");
        assert_eq!(did_you_mean("zzz", &[]), "there is none");
    }
}
