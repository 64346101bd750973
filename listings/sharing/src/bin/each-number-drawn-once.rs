//! Two requests draw numbers
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static NEXT: AtomicU32 = AtomicU32::new(1);

fn draw() -> u32 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn main() {
    let requests = [thread::spawn(draw), thread::spawn(draw)];

    let mut drawn = requests.map(|request| request.join().unwrap());
    drawn.sort();
    println!("drawn {drawn:?}, next {}", NEXT.load(Ordering::Relaxed));
}
