//! Calls back and forth on one machine, by turns: how many a second, and how much processor time
//! each takes on the side of the client.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Instant;

use crate::compare::median;
use crate::peer::Peer;

/// The number of turns of each crate. The medians count, those of both and that of how they compare
/// in each round.
const ROUNDS: usize = 25;
/// Calls in one round.
const CALLS: usize = 8_000;
/// The number of calls in flight at a time.
const CONCURRENCY: [usize; 2] = [1, 16];

/// A server in a process of its own, which ends with this.
pub struct Served {
    process: Child,
    /// Its base URL.
    pub url: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process.kill().expect("the server's end");
    }
}

/// Starts a server.
pub fn start_server() -> Served {
    let serve = pinned_self(1).arg("serve").stdout(Stdio::piped()).spawn();
    let mut process = serve.expect("the server");
    let mut address = String::new();
    let output = process.stdout.take().expect("its output");
    BufReader::new(output)
        .read_line(&mut address)
        .expect("its address");
    let url = format!("http://{}", address.trim());
    Served { process, url }
}

/// Starts the server, then each crate in a process of its own, by turns.
pub fn compare_crates() {
    let server = start_server();
    for concurrency in CONCURRENCY {
        println!("{CALLS} calls, {concurrency} at a time; medians of {ROUNDS} rounds by turns");
        let mut rounds = [const { Vec::new() }; 2];
        let names = ["generated", "frankenstein"];
        for _ in 0..ROUNDS {
            for (name, rounds) in names.iter().zip(&mut rounds) {
                rounds.push(run_round(name, &server.url, concurrency));
            }
        }
        for (name, rounds) in names.iter().zip(&rounds) {
            let rate = median(rounds.iter().map(|round| round.0));
            let time = median(rounds.iter().map(|round| round.1));
            println!("  {name:13} {rate:8.0} calls/s {time:6.1} µs of processor time/call");
        }
        let pairs = || rounds[0].iter().zip(&rounds[1]);
        let rate = median(pairs().map(|(ours, theirs)| ours.0 / theirs.0));
        let time = median(pairs().map(|(ours, theirs)| ours.1 / theirs.1));
        println!("  {:13} {rate:8.3} x       {time:6.3} x", "the first");
    }
}

/// This program once more, on a processor of its own where there is `taskset`.
fn pinned_self(processor: usize) -> Command {
    let this = env::current_exe().expect("this program");
    let pins = Command::new("taskset").arg("--version").output().is_ok();
    let several = thread::available_parallelism().is_ok_and(|count| count.get() > processor);
    match pins && several {
        true => {
            let mut command = Command::new("taskset");
            command.arg("-c").arg(processor.to_string()).arg(this);
            command
        }
        false => Command::new(this),
    }
}

/// Runs one crate and gives calls a second, and microseconds of processor time a call.
fn run_round(name: &str, url: &str, concurrency: usize) -> (f64, f64) {
    let concurrency = concurrency.to_string();
    let run = pinned_self(0)
        .args(["call", name, url, &concurrency])
        .output();
    let output = run.expect("a run").stdout;
    let output = String::from_utf8(output).expect("text");
    let (rate, time) = output.trim().split_once(' ').expect("two figures");
    (rate.parse().expect("a rate"), time.parse().expect("a time"))
}

/// Makes the calls of one round: crate, base URL, and how many at a time.
pub fn make_calls(arguments: &[String]) {
    let [name, url, concurrency] = arguments else {
        panic!("a crate, a URL and a number")
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let peer = Peer::new(name, url);
    let concurrency: usize = concurrency.parse().expect("a number");
    runtime.block_on(spread_calls(&peer, concurrency, CALLS / 10));
    let (start, before) = (Instant::now(), processor_time());
    runtime.block_on(spread_calls(&peer, concurrency, CALLS));
    let time = (processor_time() - before) * 1e6 / CALLS as f64;
    println!("{} {time}", CALLS as f64 / start.elapsed().as_secs_f64());
}

async fn spread_calls(peer: &Peer, concurrency: usize, calls: usize) {
    let task = |peer: Peer| async move {
        for _ in 0..calls / concurrency {
            std::hint::black_box(peer.send_message().await);
        }
    };
    let tasks: Vec<_> = (0..concurrency)
        .map(|_| tokio::spawn(task(peer.clone())))
        .collect();
    for task in tasks {
        task.await.expect("all calls");
    }
}

/// Seconds of processor time that this process has used. It has but one thread.
fn processor_time() -> f64 {
    let stat = fs::read_to_string("/proc/self/schedstat").expect("Linux");
    let nanoseconds = stat.split_whitespace().next().expect("a figure");
    nanoseconds.parse::<f64>().expect("nanoseconds") / 1e9
}
