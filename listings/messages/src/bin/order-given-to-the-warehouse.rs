//! An order is given to the warehouse

use std::sync::mpsc;

fn main() {
    let (desk, warehouse) = mpsc::channel();

    // ANCHOR: block
    {
        let order = String::from("two chairs");
        desk.send(order).unwrap();
    }
    // ANCHOR_END: block

    println!("packed: {}", warehouse.recv().unwrap());
}
