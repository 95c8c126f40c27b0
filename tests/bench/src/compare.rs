//! Takes the time of several candidates by turns, so that what slows the machine slows all of them.

use std::time::Instant;

use crate::count::count_allocations;

/// The number of rounds; the candidates take turns in each.
const ROUNDS: usize = 1_000;
/// The number of times that a candidate runs in a round.
const TIMES: usize = 5;

/// One of several ways to do the same.
pub struct Candidate<'a> {
    name: &'static str,
    run: Box<dyn Fn() + 'a>,
}

impl<'a> Candidate<'a> {
    pub fn new(name: &'static str, run: impl Fn() + 'a) -> Self {
        Self {
            name,
            run: Box::new(run),
        }
    }

    /// Returns the seconds that it takes.
    fn measure(&self) -> f64 {
        let start = Instant::now();
        (0..TIMES).for_each(|_| (self.run)());
        start.elapsed().as_secs_f64() / TIMES as f64
    }
}

/// Prints for each candidate its shortest time, and the median of its time against that of the first
/// in the same round.
pub fn compare(title: &str, updates: usize, candidates: &[Candidate]) {
    let measure = |_| candidates.iter().map(Candidate::measure).collect();
    let rounds: Vec<Vec<f64>> = (0..ROUNDS).map(measure).collect();
    println!("{title}; {ROUNDS} rounds by turns");
    for (at, candidate) in candidates.iter().enumerate() {
        let best = rounds
            .iter()
            .map(|round| round[at])
            .fold(f64::MAX, f64::min);
        let ratio = median(rounds.iter().map(|round| round[at] / round[0]));
        let allocations = count_allocations(&candidate.run);
        println!(
            "  {:28} {:6.2} µs/update {ratio:6.3} × {:6.1} allocations/update",
            candidate.name,
            best * 1e6 / updates as f64,
            allocations as f64 / updates as f64,
        );
    }
}

/// Returns the median of some figures.
pub fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
