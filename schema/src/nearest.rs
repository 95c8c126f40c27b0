//! The nearest of several words, for suggestions.

use strsim::osa_distance;

/// The longest word, in letters, that is compared with others: the time that takes grows as the
/// product of two lengths, and nobody misspells a name of this length by two letters.
pub const LONGEST: usize = 128;

/// The candidate that a word was probably meant to be: at most two slips away, and fewer than a
/// third of its letters. A word of more than 128 letters is near to none.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = word.chars().count();
    let most = 2.min(letters / 3);
    let alike = |candidate: &&str| candidate.chars().count().abs_diff(letters) <= most;
    let scored = candidates
        .into_iter()
        .filter(|_| letters <= LONGEST)
        .filter(alike)
        .map(|candidate| (osa_distance(word, candidate), candidate));
    let near = scored.filter(|&(distance, _)| distance > 0 && distance <= most);
    near.min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
}
