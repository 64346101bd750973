//! A cook peels potatoes and asks for orders in between
//@ outcome: order: soup | peeled: 3
//@ outcome: peeled: 3 | order: soup
//@ schedules

use std::sync::{Barrier, mpsc};
use std::thread;

static OPEN: Barrier = Barrier::new(2);

fn main() {
    let (guest, kitchen) = mpsc::channel();
    let table = thread::spawn(move || {
        OPEN.wait();
        guest.send("soup").unwrap();
    });

    OPEN.wait();
    for _potato in 1..=3 {
        if let Ok(order) = kitchen.try_recv() {
            println!("order: {order}");
        }
    }
    println!("peeled: 3");
    for order in kitchen {
        println!("order: {order}");
    }
    table.join().unwrap();
}
