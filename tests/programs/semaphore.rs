//! A semaphore of two permits lets two of three threads in at a time
//@ returns: done

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};
use std::thread;

static PERMITS: Mutex<u32> = Mutex::new(2);
static FREED: Condvar = Condvar::new();
static INSIDE: AtomicU32 = AtomicU32::new(0);

fn main() {
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| {
                *FREED.wait_while(PERMITS.lock().unwrap(), |p| *p == 0).unwrap() -= 1;
                assert!(INSIDE.fetch_add(1, SeqCst) < 2);
                INSIDE.fetch_sub(1, SeqCst);
                *PERMITS.lock().unwrap() += 1;
                FREED.notify_one();
            });
        }
    });
    println!("done");
}
