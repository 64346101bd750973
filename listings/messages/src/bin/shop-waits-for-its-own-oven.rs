//! One loaf is sent, two are asked for
//@ hangs
//@ schedules

use std::sync::mpsc;

fn main() {
    let (oven, shop) = mpsc::channel();
    oven.send("rye").unwrap();

    println!("{:?}", shop.recv());
    println!("{:?}", shop.recv());
    drop(oven);
}
