//! First `join`, then the signal
//@ hangs
//@ schedules

use std::sync::Barrier;
use std::thread;

static WIFI: Barrier = Barrier::new(2);

fn main() {
    let download = thread::spawn(|| {
        WIFI.wait();
        println!("download: done");
    });

    println!("main: waiting for the file");
    download.join().unwrap();
    WIFI.wait();
}
