//! A lock file, and a thread that returns

use std::sync::Barrier;
use std::thread;

static DISK_THERE: Barrier = Barrier::new(2);

struct LockFile;

impl Drop for LockFile {
    fn drop(&mut self) {
        println!("lock file removed");
    }
}

// ANCHOR: waiting
fn main() {
    let backup = thread::spawn(|| {
        let _lock = LockFile;
        DISK_THERE.wait();
    });

    DISK_THERE.wait();
    backup.join().unwrap();
    println!("main returns");
}
// ANCHOR_END: waiting
