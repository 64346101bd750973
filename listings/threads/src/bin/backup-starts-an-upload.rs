//! A thread starts a thread and ends

use std::sync::Barrier;
use std::thread;

static BACKUP_GONE: Barrier = Barrier::new(2);
static UPLOADED: Barrier = Barrier::new(2);

fn main() {
    let backup = thread::spawn(|| {
        thread::spawn(|| {
            BACKUP_GONE.wait();
            println!("upload: still here");
            UPLOADED.wait();
        });
        println!("backup: done");
    });

    backup.join().unwrap();
    println!("server: the backup has ended");
    BACKUP_GONE.wait();
    UPLOADED.wait();
}
