//! `park_timeout` returns with its token, or when its time is over
//@ returns: false
//@ returns: true

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

static FLAG: AtomicBool = AtomicBool::new(false);

fn main() {
    let sleeper = thread::spawn(|| {
        thread::park_timeout(Duration::from_millis(5));
        println!("{}", FLAG.load(Ordering::SeqCst));
    });
    FLAG.store(true, Ordering::SeqCst);
    sleeper.thread().unpark();
    sleeper.join().unwrap();
}
