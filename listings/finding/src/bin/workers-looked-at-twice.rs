//! A watchdog looks twice at the counters of two workers
//@ schedules
//@ outcome: silent: mailer
//@ outcome: silent: packer | silent: mailer

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Builder, JoinHandle};
use std::time::Duration;

// ANCHOR: both
const A_WHILE: Duration = Duration::from_millis(2);
static DONE: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];

// ANCHOR: work
fn work(number: usize, jobs: Receiver<&str>) {
    for _job in jobs {
        thread::sleep(A_WHILE);
        DONE[number].fetch_add(1, Relaxed);
    }
}
// ANCHOR_END: work

fn look(workers: &[JoinHandle<()>]) {
    let counts = || [0, 1].map(|number| DONE[number].load(Relaxed));
    let before = counts();
    thread::sleep(A_WHILE);
    let after = counts();
    for (number, worker) in workers.iter().enumerate() {
        if before[number] == after[number] {
            println!("silent: {}", worker.thread().name().unwrap());
        }
    }
}
// ANCHOR_END: both

fn main() {
    let (parcels, to_pack) = mpsc::channel();
    let (letters, to_mail) = mpsc::channel();
    let packer = Builder::new().name("packer".to_string());
    let mailer = Builder::new().name("mailer".to_string());
    let workers = [
        packer.spawn(|| work(0, to_pack)).unwrap(),
        mailer.spawn(|| work(1, to_mail)).unwrap(),
    ];

    parcels.send("a lamp").unwrap();
    look(&workers);
    drop((parcels, letters));
    for worker in workers {
        worker.join().unwrap();
    }
}
