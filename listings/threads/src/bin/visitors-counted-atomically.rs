//! Two threads count visitors in one atomic number

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

// ANCHOR: counting
static VISITORS: AtomicU32 = AtomicU32::new(0);

fn serve() {
    for _request in 0..1000 {
        VISITORS.fetch_add(1, Ordering::Relaxed);
    }
}
// ANCHOR_END: counting

fn main() {
    let workers = [thread::spawn(serve), thread::spawn(serve)];

    for worker in workers {
        worker.join().unwrap();
    }
    println!("{} visitors", VISITORS.load(Ordering::Relaxed));
}
