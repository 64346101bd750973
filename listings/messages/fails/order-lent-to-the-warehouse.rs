//! An order is lent to the warehouse
//!
//! If this compiled, the channel would hold the address of an order that was dropped at the end of the block. The
//! warehouse would pack whatever's been put into that memory since.
//@ fixed-by: messages/order-given-to-the-warehouse

use std::sync::mpsc;

fn main() {
    let (desk, warehouse) = mpsc::channel();

    {
        let order = String::from("two chairs");
        desk.send(&order).unwrap(); //~ E0597: `order` does not live long enough
    }

    println!("packed: {}", warehouse.recv().unwrap());
}
