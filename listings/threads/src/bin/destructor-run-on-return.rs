//! A lock file, and a thread that returns

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
