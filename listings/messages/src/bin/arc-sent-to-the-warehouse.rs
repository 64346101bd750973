//! An `Arc` leaves its thread in a channel
//@ unordered

use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (desk, orders) = mpsc::channel::<Arc<[&str; 2]>>();

    let warehouse = thread::spawn(move || {
        let list = orders.recv().unwrap();
        println!("warehouse: {}", list[0]);
    });

    // ANCHOR: list
    let list = Arc::new(["two chairs", "a lamp"]);
    desk.send(Arc::clone(&list)).unwrap();
    println!("desk: {}", list[1]);
    // ANCHOR_END: list
    drop(list);
    warehouse.join().unwrap();
}
