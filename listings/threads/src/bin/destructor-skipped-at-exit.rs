//! A lock file, and a `main` that doesn't wait

use std::sync::Barrier;
use std::thread;

static FILE_LOCKED: Barrier = Barrier::new(2);
static DISK_THERE: Barrier = Barrier::new(2);

struct LockFile;

impl Drop for LockFile {
    fn drop(&mut self) {
        println!("lock file removed");
    }
}

fn main() {
    thread::spawn(|| {
        let _lock = LockFile;
        FILE_LOCKED.wait();
        DISK_THERE.wait();
    });

    FILE_LOCKED.wait();
    println!("main returns");
}
