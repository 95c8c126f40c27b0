//! The nearest of several words, for suggestions.

/// The candidate that a word was probably meant to be: at most two slips away, and fewer than a
/// third of its letters.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = word.chars().count();
    let most = 2.min(letters / 3);
    let scored = candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate));
    let near = scored.filter(|&(distance, _)| distance > 0 && distance <= most);
    near.min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, taken out, changed or exchanged with the next.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let last = &rows[i - 1];
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
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
    }
}
