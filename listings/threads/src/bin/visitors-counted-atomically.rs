//! Two doors count into one atomic number

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static VISITORS: AtomicU32 = AtomicU32::new(0);

fn watch_door() {
    for _ in 0..1000 {
        VISITORS.fetch_add(1, Ordering::Relaxed);
    }
}

fn main() {
    let doors = [thread::spawn(watch_door), thread::spawn(watch_door)];

    for door in doors {
        door.join().unwrap();
    }
    println!("{} visitors", VISITORS.load(Ordering::Relaxed));
}
