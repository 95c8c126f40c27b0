//! Names known beforehand → where in the list a name is, by a table that is made when the crate is
//! built.

/// What an empty slot holds. No object has as many members.
const NONE: u16 = u16::MAX;

/// A list of names, and for each slot of the table the name that is there.
pub(crate) struct Index {
    names: &'static [&'static str],
    slots: &'static [u16],
}

impl Index {
    /// An index of nothing.
    pub(crate) const EMPTY: &'static Self = &Self::new(&[], &[NONE]);

    /// The index of these names, with their table.
    pub(crate) const fn new(names: &'static [&'static str], slots: &'static [u16]) -> Self {
        Self { names, slots }
    }

    /// Where a name is.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let mut slot = hash(name.as_bytes());
        loop {
            let at = usize::from(*self.slots.get(slot & (self.slots.len() - 1))?);
            // Where the slot is empty there is no such name, and none in its place.
            if *self.names.get(at)? == name {
                return Some(at);
            }
            slot += 1;
        }
    }
}

/// How many slots some names need: a power of two, of which at least half stay empty.
pub(crate) const fn room(names: &[&str]) -> usize {
    (names.len() * 2 + 1).next_power_of_two()
}

/// The table of some names, which has [`room`] for them.
pub(crate) const fn slots<const ROOM: usize>(names: &[&str]) -> [u16; ROOM] {
    let mut slots = [NONE; ROOM];
    let mut at = 0;
    while at < names.len() {
        let mut slot = hash(names[at].as_bytes()) & (ROOM - 1);
        while slots[slot] != NONE {
            slot = (slot + 1) & (ROOM - 1);
        }
        slots[slot] = at as u16;
        at += 1;
    }
    slots
}

/// A number that differs for most names of one object.
const fn hash(name: &[u8]) -> usize {
    match name {
        [] => 0,
        [one] => *one as usize,
        [first, .., last] => {
            let middle = name[name.len() / 2] as usize;
            let ends = (*first as usize) * 31 + (*last as usize) * 7;
            ends + middle * 57 + name.len() * 3
        }
    }
}
