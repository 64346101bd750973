//! A drop bomb stays armed across three steps of an atomic
//@ returns: 2

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static COUNT: AtomicU32 = AtomicU32::new(0);

struct Bomb(bool);
impl Drop for Bomb {
    fn drop(&mut self) {
        if !self.0 && !thread::panicking() {
            panic!("dropped without being defused");
        }
    }
}

fn work() {
    let mut bomb = Bomb(false);
    COUNT.fetch_add(1, SeqCst);
    COUNT.load(SeqCst);
    COUNT.load(SeqCst);
    bomb.0 = true;
}

fn main() {
    let a = thread::spawn(work);
    let b = thread::spawn(work);
    a.join().unwrap();
    b.join().unwrap();
    println!("{}", COUNT.load(SeqCst));
}
