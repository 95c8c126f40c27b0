//! Names of APIs: each is its folder's, its Rust module's and its Cargo feature's.

/// The longest name of an API, in letters: it is a folder's, and a part of longer names.
const LONGEST: usize = 64;

/// Names of devices: Windows has no files that are called so, whatever their ending.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// Checks whether a name can be an API's: a lowercase Rust identifier that any system takes for a
/// file.
pub fn is_api_name(name: &str) -> bool {
    let tail = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let port = matches!(letters, "com" | "lpt") && name.len() == letters.len() + 1;
    let device = port || DEVICES.contains(&name);
    let plain = name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(tail);
    plain && !device && name.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_is_a_lowercase_identifier() {
        assert!(is_api_name("safew"));
        assert!(is_api_name("bot_api2"));
        for name in ["", "Safew", "2bot", "_a", "a-b", "../a", "é", "nul", "com1"] {
            assert!(!is_api_name(name), "{name}");
        }
    }
}
