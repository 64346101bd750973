//! A static owns a million bytes, which every run has to give back
//@ returns: 1000000

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static BUFFER: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static N: AtomicU32 = AtomicU32::new(0);

fn main() {
    BUFFER.lock().unwrap().resize(1_000_000, 1);
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| {
                let n = N.load(SeqCst);
                N.store(n + 1, SeqCst);
                N.load(SeqCst);
            });
        }
    });
    println!("{}", BUFFER.lock().unwrap().len());
}
