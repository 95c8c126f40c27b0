//! Saving a file leaves the runtime free for other tasks.

#![cfg(unix)]

use std::fs;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use generated::telegram::Bot;

use crate::support::folder;
use crate::support::raw_server::{Does, Server, TOKEN, answer};

#[tokio::test]
async fn saving_does_not_block_the_runtime() {
    // The file that it writes to is a pipe, so that it waits for the task that reads from it.
    let target = folder("saving-does-not-block").join("cat.jpg");
    let part = target.with_extension("jpg.part");
    let made = Command::new("mkfifo").arg(&part).status().unwrap();
    assert!(made.success());
    let (path, other_path) = (part.clone(), part);
    let reader = tokio::spawn(async { tokio::task::spawn_blocking(|| fs::read(path)).await });
    // If the runtime is blocked, another thread ends that after a while.
    let blocked = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&blocked);
    thread::spawn(move || {
        thread::sleep(Duration::from_secs(5));
        let read = fs::read(other_path);
        seen.store(read.is_ok(), Ordering::SeqCst);
    });

    let contents = "x".repeat(1_000_000);
    let server = Server::new([Does::Answers(answer("200 OK", &contents))]);
    let bot = Bot::new(TOKEN).with_base_url(server.url());
    let download = bot.download("cat.jpg").await.unwrap();
    assert_eq!(download.save(&target).await.unwrap(), 1_000_000);
    assert!(!blocked.load(Ordering::SeqCst));
    assert!(reader.await.unwrap().unwrap().unwrap() == contents.as_bytes());
}
