//! Two holders of a read lock write under it: a read lock keeps out only writers
//@ undefined `data race, 15`:

use std::cell::UnsafeCell;
use std::sync::RwLock;
use std::thread;

struct Hits(UnsafeCell<u32>);
unsafe impl Sync for Hits {}

static HITS: RwLock<Hits> = RwLock::new(Hits(UnsafeCell::new(0)));

fn hit() {
    let hits = HITS.read().unwrap();
    unsafe { *hits.0.get() += 1 };
}

fn main() {
    let other = thread::spawn(hit);
    hit();
    other.join().unwrap();
    let hits = HITS.write().unwrap();
    println!("{}", unsafe { *hits.0.get() });
}
