//! Polling under fire: a bot that crashes, against a server that fails and dies.
//!
//!     cargo run --release -p fake-server --example soak -- 10m [SEED]
//!
//! Sequenced updates are pushed all the time. Calls of the bot fail in every way that the fake
//! server knows; the server is killed every 20 seconds or so, and comes back with what was not
//! confirmed; and about as often the bot crashes or stops, and starts anew. Held against that:
//!
//! - each update is handed out at least once;
//! - none is handed out twice in one life of the bot, and each life has them in their order;
//! - one comes again only where a life that had it ended without having confirmed it, which no
//!   graceful stop does;
//! - after a graceful stop the server has nothing more of what was handed out.
//!
//! What breaks one of these is listed, and the exit code is 1. Choices follow the seed; what they
//! hit depends on the machine. `SOAK.md` has the figures of a run.

mod chance;
mod ledger;
mod lives;
mod memory;
mod world;

use std::env;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::time::{interval, sleep};

use self::chance::Chance;
use self::lives::{Ends, run_lives};
use self::memory::Memory;
use self::world::World;

/// The time between pushes of updates, and the most that are pushed at a time.
const PUSH: (Duration, u64) = (Duration::from_millis(10), 4);
/// Faults come with one push of so many.
const TROUBLE: u64 = 40;
/// The time between deaths of the server, and a bot's longest life; less in a short run.
const EVERY: Duration = Duration::from_secs(20);
/// The longest time for which the server is down, in milliseconds.
const DOWN: u64 = 2000;

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let time = arguments.next().unwrap_or("1m".to_owned());
    let length = humantime::parse_duration(&time)?;
    let seed = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    println!("{time}, seed {seed}");
    run_soak(length, seed).await
}

async fn run_soak(length: Duration, seed: u64) -> Result<ExitCode, Box<dyn Error>> {
    let world = Arc::new(World::new().await?);
    let (until, every) = (Instant::now() + length, EVERY.min(length / 6));
    let chance = |part: u64| Chance::new(seed.wrapping_mul(4).wrapping_add(part));
    let (ends, _, kills, memory) = tokio::try_join!(
        run_lives(&world, until, every, chance(0)),
        push_until(&world, until, chance(1)),
        kill_until(&world, until, every, chance(2)),
        memory::watch_memory(length),
    )?;
    Ok(print_report(&world, ends, kills, &memory))
}

async fn push_until(
    world: &World,
    until: Instant,
    mut chance: Chance,
) -> Result<(), Box<dyn Error>> {
    let (often, most) = PUSH;
    let mut ticks = interval(often);
    loop {
        ticks.tick().await;
        if Instant::now() >= until {
            return Ok(());
        }
        world.push_updates(chance.below(most + 1), &mut chance)?;
        if chance.one_in(TROUBLE) {
            world.inject_faults(&mut chance)?;
        }
    }
}

/// Kills the server again and again, and says how often.
async fn kill_until(
    world: &World,
    until: Instant,
    every: Duration,
    mut chance: Chance,
) -> Result<u64, Box<dyn Error>> {
    let mut kills = 0;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        sleep(chance.about(every).min(left)).await;
        if Instant::now() >= until {
            return Ok(kills);
        }
        let down = Duration::from_millis(chance.below(DOWN + 1));
        world.restart_server(down).await?;
        kills += 1;
    }
}

fn print_report(world: &World, ends: Ends, kills: u64, memory: &Memory) -> ExitCode {
    let faults = world.faults();
    let kinds: Vec<String> = faults
        .iter()
        .map(|(name, n)| format!("{name} {n}"))
        .collect();
    println!(
        "faults: {} ({})",
        faults.values().sum::<u64>(),
        kinds.join(", ")
    );
    println!(
        "the server was killed {kills} times; the bot crashed {} times, stopped {} times, \
         {} times without a confirmation, and was refused for good {} times",
        ends.crashes, ends.stops, ends.unconfirmed, ends.failures
    );
    world.with_ledger(|ledger| {
        let lost: Vec<usize> = ledger.lost().collect();
        println!(
            "updates: {} pushed, {} of them unreadable as handed out, {} lost, {} repeated as \
             allowed, {} promises broken",
            ledger.count(),
            ledger.unread,
            lost.len(),
            ledger.repeated,
            ledger.broken
        );
        println!("{memory}");
        ledger
            .told
            .iter()
            .for_each(|what| println!("broken: {what}"));
        lost.iter()
            .take(40)
            .for_each(|number| println!("lost: {number}"));
        match lost.is_empty() && ledger.broken == 0 {
            true => ExitCode::SUCCESS,
            false => ExitCode::from(1),
        }
    })
}
