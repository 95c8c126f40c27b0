//! The faults that are still to strike: a call in, the fault that strikes it out.

use super::Fault;

/// The faults that are still to strike.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    armed: Vec<Fault>,
}

impl Faults {
    /// Adds a fault, which strikes after those that are there.
    pub(crate) fn add(&mut self, fault: Fault) {
        self.armed.push(fault);
    }

    /// Forgets every fault.
    pub(crate) fn clear(&mut self) {
        self.armed.clear();
    }

    /// Those that are left.
    pub(crate) fn armed(&self) -> &[Fault] {
        &self.armed
    }

    /// The fault that strikes a call of this method, if any does.
    pub(crate) fn take_striking(&mut self, method: &str) -> Option<Fault> {
        let struck = self
            .armed
            .iter_mut()
            .position(|fault| fault.strikes_call(method))?;
        let fault = self.armed[struck].clone();
        if fault.times == Some(0) {
            self.armed.remove(struck);
        }
        Some(fault)
    }
}

impl Fault {
    /// Decides if the fault strikes a call, which then counts.
    fn strikes_call(&mut self, method: &str) -> bool {
        let is_meant = match &self.method {
            Some(name) => name.eq_ignore_ascii_case(method),
            None => method != DOWNLOAD,
        };
        if !is_meant || self.times == Some(0) || !self.draw_chance() {
            return false;
        }
        self.times = self.times.map(|times| times - 1);
        true
    }

    /// Draws from the sequence of its seed.
    fn draw_chance(&mut self) -> bool {
        let drawn = next_random(&mut self.seed);
        // 53 bits are what a float holds.
        let share = (drawn >> 11) as f64 / (1u64 << 53) as f64;
        share < self.probability
    }
}

/// The name of a download, where a method is named.
pub(crate) const DOWNLOAD: &str = "file";

/// The next number of a sequence (splitmix64).
fn next_random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
