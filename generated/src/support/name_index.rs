//! A map from the field names of an object to their positions: a hash table that is computed when
//! the crate is compiled.

/// The content of an empty slot. No object has that many fields.
const EMPTY_SLOT: u16 = u16::MAX;

/// A list of names, and a hash table of their positions in it.
pub(crate) struct NameIndex {
    names: &'static [&'static str],
    table: &'static [u16],
}

impl NameIndex {
    /// An index without names.
    pub(crate) const EMPTY: &'static Self = &Self::new(&[], &[EMPTY_SLOT]);

    /// Creates an index from names and their table, which [`build_table`] made.
    pub(crate) const fn new(names: &'static [&'static str], table: &'static [u16]) -> Self {
        Self { names, table }
    }

    /// Finds the position of a name.
    #[inline]
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let mut slot = hash(name.as_bytes());
        loop {
            let position = usize::from(*self.table.get(slot & (self.table.len() - 1))?);
            // An empty slot ends the search: EMPTY_SLOT is the position of no name.
            if *self.names.get(position)? == name {
                return Some(position);
            }
            slot += 1;
        }
    }
}

/// Returns the size of the table for some names: a power of two, at least twice their number, so
/// that a search soon meets an empty slot.
pub(crate) const fn table_size(names: &[&str]) -> usize {
    (names.len() * 2 + 1).next_power_of_two()
}

/// Builds the hash table of some names; `SIZE` is their [`table_size`]. A name whose slot is taken
/// goes to the next free one.
pub(crate) const fn build_table<const SIZE: usize>(names: &[&str]) -> [u16; SIZE] {
    let mut table = [EMPTY_SLOT; SIZE];
    let mut position = 0;
    while position < names.len() {
        let mut slot = hash(names[position].as_bytes()) & (SIZE - 1);
        while table[slot] != EMPTY_SLOT {
            slot = (slot + 1) & (SIZE - 1);
        }
        table[slot] = position as u16;
        position += 1;
    }
    table
}

/// Hashes a name by its first, middle and last byte and its length.
///
/// Why not all bytes: names are looked up once for each member of each object that is read, and
/// four values spread the names of an object as well as FNV-1a over the whole name does (1.2
/// comparisons a name in both cases, for the objects of the Telegram Bot API).
///
/// Why these factors: names of one object often differ in one of the four values only, such as
/// `width`/`height` or `file_id`/`file_size`. With a plain sum one difference cancels another:
/// 3.2 comparisons a name. Odd factors of different sizes prevent that, and any such set does as
/// well. `chat_id` is 99 × 31 + 116 × 57 + 100 × 7 + 7 × 3 = 10402: slot 2 of 16.
const fn hash(name: &[u8]) -> usize {
    match name {
        [] => 0,
        [only] => *only as usize,
        [first, .., last] => {
            let middle = name[name.len() / 2] as usize;
            let ends = (*first as usize) * 31 + (*last as usize) * 7;
            ends + middle * 57 + name.len() * 3
        }
    }
}
