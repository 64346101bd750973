//! An album asks the pool for its photo
//@ may-hang
//@ schedules

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

static POOL: LazyLock<Sender<Job>> = LazyLock::new(|| {
    let (jobs, queue) = mpsc::channel::<Job>();
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..2 {
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            let next = || queue.lock().unwrap().recv();
            while let Ok(job) = next() {
                job();
            }
        });
    }
    jobs
});

// ANCHOR: album
fn ask(job: fn() -> u32) -> Receiver<u32> {
    let (answer, answered) = mpsc::channel();
    let job = move || answer.send(job()).unwrap();
    POOL.send(Box::new(job)).unwrap();
    answered
}

fn photo() -> u32 {
    160
}

fn album() -> u32 {
    ask(photo).recv().unwrap()
}

fn main() {
    let first = ask(album);
    thread::sleep(Duration::from_millis(1));
    let second = ask(album);
    let pixels = first.recv().unwrap() + second.recv().unwrap();
    println!("{pixels} pixels");
}
// ANCHOR_END: album
