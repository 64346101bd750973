//! An `Arc` leaves its thread in a channel
//@ unordered

use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (shop, stall) = mpsc::channel::<Arc<[&str; 2]>>();

    let kiosk = thread::spawn(move || {
        let map = stall.recv().unwrap();
        println!("kiosk: {}", map[0]);
    });

    let map = Arc::new(["harbour", "old town"]);
    shop.send(Arc::clone(&map)).unwrap();
    println!("shop: {}", map[1]);
    drop(map);
    kiosk.join().unwrap();
}
