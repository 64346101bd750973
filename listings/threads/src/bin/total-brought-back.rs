//! `join` waits and brings back the value that the thread's closure returned

use std::thread;

fn total(files: &[(&str, u32)]) -> u32 {
    files.iter().map(|(_name, megabytes)| megabytes).sum()
}

fn main() {
    let files = vec![("intro.mp4", 3), ("talk.mp4", 9), ("notes.pdf", 5)];

    let counter = thread::spawn(move || total(&files));

    let megabytes = counter.join().unwrap();
    println!("to download: {megabytes} MB");
}
