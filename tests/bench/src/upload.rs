//! A file of 1 GiB on its way to a server on this machine: how long it takes, and how much memory.

use std::fs::{self, File};
use std::time::Instant;

use generated::InputFile;
use generated::telegram::Bot;

/// The length of the file, in bytes. It is sparse, and takes no room on the disk.
const LENGTH: u64 = 1 << 30;

/// Uploads the file by each of the ways that read it piece by piece.
pub fn compare_uploads() {
    let server = crate::round_trip::start_server();
    let path = std::env::temp_dir().join("bench-upload.bin");
    let file = File::create(&path).expect("a file");
    file.set_len(LENGTH).expect("its length");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let bot = Bot::new("42:token").with_base_url(&server.url);
    let reader = File::open(&path).expect("the file");
    for (name, file) in [
        ("path", InputFile::path(&path)),
        ("reader", InputFile::reader("bench.bin", reader)),
    ] {
        let start = Instant::now();
        let sent = runtime.block_on(async { bot.send_document(1, file).await });
        sent.expect("an answer");
        let (time, memory) = (start.elapsed().as_secs_f64(), peak_memory());
        println!("1 GiB by {name:6} {time:5.2} s, at most {memory:5.1} MiB in memory so far");
    }
    fs::remove_file(path).expect("to remove the file");
}

/// The most memory that this process ever had, in MiB.
fn peak_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let size = line.and_then(|line| line.split_whitespace().nth(1));
    size.and_then(|size| size.parse::<f64>().ok())
        .expect("a size")
        / 1024.0
}
