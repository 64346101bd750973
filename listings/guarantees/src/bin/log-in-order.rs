//! The warehouse waits for the order
//@ schedules

use std::sync::{Mutex, mpsc};
use std::thread;

static LOG: Mutex<Vec<&str>> = Mutex::new(Vec::new());

fn write(entry: &'static str) {
    LOG.lock().unwrap().push(entry);
}

fn main() {
    let (shop, warehouse) = mpsc::channel();

    thread::scope(|scope| {
        scope.spawn(move || {
            write("paid");
            shop.send("order 7").unwrap();
        });
        scope.spawn(move || {
            let order = warehouse.recv().unwrap();
            write("shipped");
            println!("packed: {order}");
        });
    });

    println!("{}", LOG.lock().unwrap().join(", "));
}
