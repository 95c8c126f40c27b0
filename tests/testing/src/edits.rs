//! Good pages and files, and random edits of them.

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::sample::Index;

use crate::fixtures::{HARBOUR, KITE, LIGHTHOUSE, OBSERVATORY};
use crate::hostile;

/// Pages, by the names of their files.
pub const PAGES: [(&str, &str); 5] = [
    ("kite.html", KITE),
    ("harbour.md", HARBOUR),
    ("lighthouse.md", LIGHTHOUSE),
    ("observatory.md", OBSERVATORY),
    hostile::TEXTS[0],
];

/// A schema, a manifest and overrides.
pub const FILES: [&str; 3] = [
    include_str!("../../../generator/tests/it/odd/schema.yaml"),
    include_str!("../../../generator/tests/it/odd/api.yaml"),
    include_str!("../../../schema/apis/safew/overrides.yaml"),
];

/// One edit of a text: what, where, and how much.
pub type Edit = (u8, Index, Index, u8);

/// A few edits of any text.
pub fn edits() -> impl Strategy<Value = Vec<Edit>> {
    vec((0..4_u8, any::<Index>(), any::<Index>(), any::<u8>()), 1..5)
}

/// A text with its bytes flipped, and parts of it deleted, doubled, or put elsewhere.
pub fn apply_edits(text: &str, edits: &[Edit]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (kind, one, other, byte) in edits {
        if bytes.is_empty() {
            break;
        }
        let (a, b) = (one.index(bytes.len()), other.index(bytes.len()));
        let part = a.min(b)..a.max(b).min(a.min(b) + 400);
        match kind {
            0 => bytes[a] ^= byte,
            1 => drop(bytes.drain(part)),
            2 => {
                let part = bytes[part].to_vec();
                bytes.splice(b..b, part);
            }
            _ => bytes.insert(a, *byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
