//! A line of any length and the places to show in it in, a line that fits a terminal out.
//!
//! A table's row can have hundreds of characters. What is kept is its beginning, which names
//! what the row is about, and each place with as much around it as there is room for.

use std::ops::Range;

use super::sanitize::{column_width, push_visible};

/// The columns of a line's beginning, where the line has to be cut.
const HEAD: usize = 24;
/// The mark of text that was cut.
const CUT: char = '…';

/// A line cut to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TrimmedLine {
    /// The text that is left, safe to show.
    pub(super) text: String,
    /// The places in it, in the order that they were given.
    pub(super) places: Vec<Range<usize>>,
}

/// Cuts a line around these places, which lie on the edges of its characters.
pub(super) fn trim_line(line: &str, places: &[Range<usize>], columns: usize) -> TrimmedLine {
    let whole = 0..line.len();
    if fits(line, columns) {
        return print_parts(line, std::slice::from_ref(&whole), places);
    }
    let mut kept = seed_parts(line, places, columns);
    grow_parts(line, &mut kept, columns);
    print_parts(line, &kept, places)
}

/// Cuts a line to fit.
pub(crate) fn cut_line(line: &str, columns: usize) -> String {
    trim_line(line, &[], columns).text
}

fn fits(line: &str, columns: usize) -> bool {
    let mut filled = 0;
    line.chars().all(|c| {
        filled += column_width(c);
        filled <= columns
    })
}

/// The parts to keep whatever else is cut: the line's beginning and the start of each place.
fn seed_parts(line: &str, places: &[Range<usize>], columns: usize) -> Vec<Range<usize>> {
    let share = columns / (places.len() + 1);
    let mut seeds = vec![fitting_prefix(line, 0..line.len(), HEAD.min(share))];
    let starts = places
        .iter()
        .map(|place| fitting_prefix(line, place.clone(), share));
    seeds.extend(starts);
    seeds.sort_by_key(|seed| seed.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for seed in seeds {
        match merged.last_mut() {
            Some(last) if seed.start <= last.end => last.end = last.end.max(seed.end),
            _ => merged.push(seed),
        }
    }
    merged
}

/// As much of the range's start as fits.
fn fitting_prefix(line: &str, range: Range<usize>, columns: usize) -> Range<usize> {
    let mut filled = 0;
    let fits = |c: &char| {
        filled += column_width(*c);
        filled <= columns
    };
    let text = line.get(range.clone()).unwrap_or("");
    let length: usize = text.chars().take_while(fits).map(char::len_utf8).sum();
    range.start..range.start + length
}

/// Grows every kept part by a character on each side, round by round, until the line is full.
fn grow_parts(line: &str, kept: &mut [Range<usize>], columns: usize) {
    let all = |kept: &[Range<usize>]| kept.iter().map(|part| columns_of(line, part)).sum();
    let mut filled: usize = all(kept);
    let mut grown = true;
    while grown && filled < columns {
        grown = false;
        for index in 0..kept.len() {
            // Only what comes after the first place: the line's beginning is long enough.
            for c in [grow_right(line, kept, index), grow_left(line, kept, index)] {
                filled += c.map_or(0, column_width);
                grown |= c.is_some();
            }
        }
    }
}

fn columns_of(line: &str, part: &Range<usize>) -> usize {
    line[part.clone()].chars().map(column_width).sum()
}

/// Takes in the character after a part, up to the next part.
fn grow_right(line: &str, kept: &mut [Range<usize>], index: usize) -> Option<char> {
    let end = kept[index].end;
    let next = kept.get(index + 1).map_or(line.len(), |next| next.start);
    let c = line[end..next].chars().next()?;
    kept[index].end = end + c.len_utf8();
    Some(c)
}

/// Takes in the character before a part, down to the part before.
fn grow_left(line: &str, kept: &mut [Range<usize>], index: usize) -> Option<char> {
    let start = kept[index].start;
    let before = index.checked_sub(1).map_or(0, |before| kept[before].end);
    let c = line[before..start].chars().next_back()?;
    kept[index].start = start - c.len_utf8();
    Some(c)
}

fn print_parts(line: &str, kept: &[Range<usize>], places: &[Range<usize>]) -> TrimmedLine {
    let mut text = String::new();
    let mut shown = vec![0..0; places.len()];
    let mut cut_at = 0;
    for part in kept {
        if part.start > cut_at {
            text.push(CUT);
        }
        print_part(line, part, &mut text, places, &mut shown);
        cut_at = part.end;
    }
    if cut_at < line.len() {
        text.push(CUT);
    }
    TrimmedLine {
        text,
        places: shown,
    }
}

/// Prints a kept part and notes where the places in it come to lie.
fn print_part(
    line: &str,
    part: &Range<usize>,
    text: &mut String,
    places: &[Range<usize>],
    shown: &mut [Range<usize>],
) {
    let mut note = |at: usize, column: usize| {
        for (place, shown) in places.iter().zip(shown.iter_mut()) {
            let is_in = part.start <= place.start && place.start <= part.end;
            if is_in && place.start == at {
                *shown = column..column;
            }
            if is_in && at > place.start && at <= place.end {
                shown.end = column;
            }
        }
    };
    for (offset, c) in line[part.clone()].char_indices() {
        note(part.start + offset, text.len());
        push_visible(text, c);
    }
    note(part.end, text.len());
}
