//! An order is given to the warehouse

use std::sync::mpsc;

fn main() {
    let (desk, warehouse) = mpsc::channel();

    {
        let order = String::from("two chairs");
        desk.send(order).unwrap();
    }

    println!("packed: {}", warehouse.recv().unwrap());
}
