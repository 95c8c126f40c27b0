//! Reads the corpus of updates into `serde_json::Value`, our types and a peer's, by turns in one
//! run, and prints for each: time against `Value`, and allocations per update.

use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use generated::{Request, telegram};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The number of rounds; the readers take turns in each.
const ROUNDS: usize = 300;
/// The number of times that a reader reads everything in a round.
const TIMES: usize = 10;

type Batch = <telegram::GetUpdates as Request>::Response;

struct Reader {
    name: &'static str,
    read: fn(&[String]) -> usize,
}

/// Reads each update and counts those that can't be read, which is less work for their reader.
fn read_each<T: DeserializeOwned>(texts: &[String]) -> usize {
    let read = |text: &&String| black_box(serde_json::from_str::<T>(black_box(text))).is_err();
    texts.iter().filter(read).count()
}

fn read_batch<T: DeserializeOwned>(texts: &[String]) -> usize {
    let text = format!("[{}]", texts.join(","));
    usize::from(black_box(serde_json::from_str::<T>(black_box(&text))).is_err())
}

const READERS: [Reader; 5] = [
    Reader {
        name: "serde_json::Value",
        read: read_each::<Value>,
    },
    Reader {
        name: "generated::telegram::Update",
        read: read_each::<telegram::Update>,
    },
    Reader {
        name: "frankenstein::updates::Update",
        read: read_each::<frankenstein::updates::Update>,
    },
    Reader {
        name: "a batch as Value",
        read: read_batch::<Value>,
    },
    Reader {
        name: "a batch of getUpdates",
        read: read_batch::<Batch>,
    },
];

/// Reads the updates of a folder, by default those of the corpus.
pub fn compare_readers(folder: Option<String>) {
    let folder = folder.map_or_else(
        || {
            PathBuf::from(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../testing/corpus/updates"
            ))
        },
        PathBuf::from,
    );
    let entries = std::fs::read_dir(folder).expect("the folder").flatten();
    let texts = entries.map(|entry| std::fs::read_to_string(entry.path()).expect("a file"));
    let texts: Vec<String> = texts.collect();
    let mut times = [Duration::MAX; READERS.len()];
    for _ in 0..ROUNDS {
        for (reader, best) in READERS.iter().zip(&mut times) {
            let start = Instant::now();
            (0..TIMES).for_each(|_| _ = black_box((reader.read)(&texts)));
            *best = start.elapsed().min(*best);
        }
    }
    print_times(&texts, &times);
}

fn print_times(texts: &[String], times: &[Duration]) {
    let updates = texts.len() as f64;
    println!("{updates} updates; the best of {ROUNDS} rounds");
    for (reader, time) in READERS.iter().zip(times) {
        let (unread, allocations) = crate::count::count_allocations(|| (reader.read)(texts));
        println!(
            "{:30} {:6.2} µs/update {:5.2} × Value {:5.1} allocations/update, {unread} unread",
            reader.name,
            time.as_secs_f64() * 1e6 / updates / TIMES as f64,
            time.as_secs_f64() / times[0].as_secs_f64(),
            allocations as f64 / updates,
        );
    }
}
