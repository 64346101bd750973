//! The signal first, then `join`
//@ schedules

use std::sync::Barrier;
use std::thread;

static WIFI: Barrier = Barrier::new(2);

// ANCHOR: main
fn main() {
    let download = thread::spawn(|| {
        WIFI.wait();
        println!("download: done");
    });

    println!("main: waiting for the file");
    WIFI.wait();
    download.join().unwrap();
}
// ANCHOR_END: main
