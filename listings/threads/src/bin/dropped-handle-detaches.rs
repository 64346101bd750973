//! The handle is dropped

use std::sync::Barrier;
use std::thread;

static HANDLE_GONE: Barrier = Barrier::new(2);
static SAVED: Barrier = Barrier::new(2);

fn main() {
    let download = thread::spawn(|| {
        HANDLE_GONE.wait();
        println!("file saved");
        SAVED.wait();
    });

    drop(download);
    println!("handle dropped");
    HANDLE_GONE.wait();
    SAVED.wait();
}
