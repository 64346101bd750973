//! A ring of one cell whose consumer gives its place back with `Relaxed`: the next value races with reading this one
//@ undefined `data race, 21 and 30`:

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::{Acquire, Relaxed, Release}};
use std::thread;

struct Ring(UnsafeCell<u32>);
unsafe impl Sync for Ring {}

static RING: Ring = Ring(UnsafeCell::new(0));
static TAKEN: AtomicUsize = AtomicUsize::new(0);
static GIVEN: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let producer = thread::spawn(|| {
        for index in 0..2 {
            while index - TAKEN.load(Acquire) == 1 {
                thread::yield_now();
            }
            unsafe { *RING.0.get() = index as u32 + 1 };
            GIVEN.store(index + 1, Release);
        }
    });
    let mut sum = 0;
    for index in 0..2 {
        while GIVEN.load(Acquire) == index {
            thread::yield_now();
        }
        sum += unsafe { *RING.0.get() };
        TAKEN.store(index + 1, Relaxed);
    }
    producer.join().unwrap();
    println!("{sum}");
}
