//! The bot: it lives, and crashes or stops, and lives again.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use generated::telegram::{Bot, GetUpdates};
use generated::{Incoming, Retries, StopHandle};
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::chance::Chance;
use crate::world::World;

/// The longest silence of the server, beside the second that a poll asks it to wait.
const PATIENCE: Duration = Duration::from_secs(1);
/// The pauses after failures: the first, and the longest.
const PAUSES: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(200)];
/// The longest time for a stop.
const LONGEST_STOP: Duration = Duration::from_secs(60);
/// The longest time to hand out what is left in the end.
const LONGEST_END: Duration = Duration::from_secs(60);

/// The number of lives by their end.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ends {
    pub(crate) crashes: u64,
    /// Stops that confirmed all that was handed out.
    pub(crate) stops: u64,
    /// Stops that reported that they could not.
    pub(crate) unconfirmed: u64,
    /// Errors that end the updates, such as a token that is wrong.
    pub(crate) failures: u64,
}

/// The end of a life's updates, without a stop.
type End = Result<(), generated::Error>;

/// A bot that runs.
struct Life {
    task: JoinHandle<End>,
    stop_handle: StopHandle,
}

/// One life after the other, each for about so long.
pub(crate) async fn run_lives(
    world: &Arc<World>,
    until: Instant,
    each: Duration,
    mut chance: Chance,
) -> Result<Ends, Box<dyn Error>> {
    let bot = Bot::new(&world.token)
        .with_base_url(format!("http://{}", world.address))
        .with_timeout(PATIENCE)
        .with_retries(Retries::new());
    let mut ends = Ends::default();
    while Instant::now() < until {
        let mut life = start_life(world, &bot, chance.below(u64::MAX));
        let left = until.saturating_duration_since(Instant::now());
        match timeout(chance.about(each).min(left), &mut life.task).await {
            Ok(end) => count_failure(world, end?, &mut ends),
            Err(_) if chance.one_in(2) => crash_life(world, life, &mut ends).await,
            Err(_) => stop_life(world, life, &mut ends).await?,
        }
    }
    world.clear_faults();
    run_last_life(world, &bot, &mut ends).await?;
    Ok(ends)
}

fn start_life(world: &Arc<World>, bot: &Bot, seed: u64) -> Life {
    world.with_ledger(|ledger| ledger.start_life());
    let [first, longest] = PAUSES;
    let updates = bot.updates_with(GetUpdates::new().timeout(1));
    let mut updates = updates.with_backoff(first, longest);
    let stop_handle = updates.stop_handle();
    let (world, mut chance) = (Arc::clone(world), Chance::new(seed));
    let task = tokio::spawn(async move {
        while let Some(update) = updates.next().await {
            note_update(&world, &update?);
            // Now and then an update takes some time, so that others gather behind it.
            if chance.one_in(50) {
                sleep(Duration::from_millis(chance.below(40))).await;
            }
        }
        Ok(())
    });
    Life { task, stop_handle }
}

fn note_update<T: generated::Sequenced>(world: &World, update: &Incoming<T>) {
    let number = update.sequence_id().and_then(|it| usize::try_from(it).ok());
    world.with_ledger(|ledger| {
        ledger.unread += u64::from(matches!(update, Incoming::Malformed(_)));
        ledger.handed_out(number.unwrap_or_default());
    });
}

/// The task is gone, wherever it was, and its updates with it.
async fn crash_life(world: &World, life: Life, ends: &mut Ends) {
    life.task.abort();
    // It was aborted: that is what it says.
    let _ = life.task.await;
    ends.crashes += 1;
    world.with_pending(|ledger, pending| ledger.note_crash(pending));
}

async fn stop_life(world: &World, mut life: Life, ends: &mut Ends) -> Result<(), Box<dyn Error>> {
    life.stop_handle.stop();
    match timeout(LONGEST_STOP, &mut life.task).await {
        Err(_) => {
            world.with_ledger(|ledger| ledger.report_broken("it does not stop"));
            crash_life(world, life, ends).await;
        }
        Ok(end) => match end? {
            Ok(()) => {
                ends.stops += 1;
                world.with_pending(|ledger, pending| ledger.check_stop(pending));
            }
            Err(_) => {
                ends.unconfirmed += 1;
                world.with_pending(|ledger, pending| ledger.note_crash(pending));
            }
        },
    }
    Ok(())
}

/// The updates ended though nobody stopped them.
fn count_failure(world: &World, end: End, ends: &mut Ends) {
    ends.failures += 1;
    if end.is_ok() {
        world.with_ledger(|ledger| ledger.report_broken("the updates ended without a reason"));
    }
    world.with_pending(|ledger, pending| ledger.note_crash(pending));
}

/// The last life, in which nothing fails: it gets all that is left.
async fn run_last_life(
    world: &Arc<World>,
    bot: &Bot,
    ends: &mut Ends,
) -> Result<(), Box<dyn Error>> {
    let life = start_life(world, bot, 0);
    let latest = Instant::now() + LONGEST_END;
    while Instant::now() < latest && world.with_ledger(|ledger| ledger.lost().next().is_some()) {
        sleep(Duration::from_millis(100)).await;
    }
    stop_life(world, life, ends).await?;
    world.with_pending(|ledger, pending| {
        if !pending.is_empty() {
            ledger.report_broken(format_args!("{} are pending in the end", pending.len()));
        }
    });
    Ok(())
}
