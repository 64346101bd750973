//! A lock file, and a `main` that does not wait

use std::sync::Barrier;
use std::thread;

static HOLDING: Barrier = Barrier::new(2);

struct LockFile;

impl Drop for LockFile {
    fn drop(&mut self) {
        println!("lock file removed");
    }
}

fn main() {
    thread::spawn(|| {
        let _lock = LockFile;
        HOLDING.wait();
        loop {
            thread::park();
        }
    });

    HOLDING.wait();
    println!("main returns");
}
