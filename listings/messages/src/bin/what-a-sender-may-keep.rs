//! A number, a clone and an owner remain with the sender

use std::sync::{Arc, mpsc};
use std::thread;

fn main() {
    let (desk, orders) = mpsc::channel();
    let (pieces, article, prices) = (2, String::from("lamp"), Arc::new([40, 90]));

    desk.send((pieces, article.clone(), Arc::clone(&prices)))
        .unwrap();
    let warehouse = thread::spawn(move || {
        let (pieces, article, prices) = orders.recv().unwrap();
        format!("{pieces} × {article}, {} crowns each", prices[0])
    });

    println!("noted: {pieces} × {article}, of {} prices", prices.len());
    println!("packed: {}", warehouse.join().unwrap());
}
