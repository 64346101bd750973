//! A thread that returns drops its own values first

use std::thread;

struct LockFile;

impl Drop for LockFile {
    fn drop(&mut self) {
        println!("lock file removed");
    }
}

fn main() {
    let writer = thread::spawn(|| {
        let _lock = LockFile;
        println!("page written");
    });

    writer.join().unwrap();
    println!("main returns");
}
