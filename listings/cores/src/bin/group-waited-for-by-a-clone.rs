//! A server opens when its two workers have loaded
//@ hangs

use crossbeam::sync::WaitGroup;
use std::thread;

fn main() {
    // ANCHOR: group
    let loading = WaitGroup::new();
    let workers = ["prices", "users"].map(|table| {
        let loading = loading.clone();
        thread::spawn(move || {
            let is_loaded = !table.is_empty();
            drop(loading);
            is_loaded
        })
    });
    loading.clone().wait();
    println!("open");
    // ANCHOR_END: group
    for worker in workers {
        worker.join().unwrap();
    }
}
