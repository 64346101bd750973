//! A ring of two cells between one producer and one consumer
//@ returns: [1, 2, 3]

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::{Acquire, Relaxed, Release}};
use std::thread;

struct Ring(UnsafeCell<[u32; 2]>);
unsafe impl Sync for Ring {}

impl Ring {
    fn place(&self, index: usize) -> *mut u32 {
        unsafe { self.0.get().cast::<u32>().add(index % 2) }
    }
}

static RING: Ring = Ring(UnsafeCell::new([0, 0]));
static TAKEN: AtomicUsize = AtomicUsize::new(0);
static GIVEN: AtomicUsize = AtomicUsize::new(0);

fn main() {
    let producer = thread::spawn(|| {
        for index in 0..3 {
            while index - TAKEN.load(Acquire) == 2 {
                thread::yield_now();
            }
            unsafe { *RING.place(index) = index as u32 + 1 };
            GIVEN.store(index + 1, Release);
        }
    });
    let mut got = Vec::new();
    for index in 0..3 {
        while GIVEN.load(Acquire) == index {
            thread::yield_now();
        }
        got.push(unsafe { *RING.place(index) });
        TAKEN.store(TAKEN.load(Relaxed) + 1, Release);
    }
    producer.join().unwrap();
    println!("{got:?}");
}
