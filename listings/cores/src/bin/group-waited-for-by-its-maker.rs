//! A server opens when its two workers have loaded

use crossbeam::sync::WaitGroup;
use std::thread;

fn main() {
    let loading = WaitGroup::new();
    let workers = ["prices", "users"].map(|table| {
        let loading = loading.clone();
        thread::spawn(move || {
            let is_loaded = !table.is_empty();
            drop(loading);
            is_loaded
        })
    });
    // ANCHOR: wait
    loading.wait();
    // ANCHOR_END: wait
    println!("open");
    for worker in workers {
        worker.join().unwrap();
    }
}
