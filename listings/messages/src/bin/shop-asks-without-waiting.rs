//! One loaf is sent, two are asked for, by a shop that does not wait

use std::sync::mpsc;

fn main() {
    let (oven, shop) = mpsc::channel();
    oven.send("rye").unwrap();

    println!("{:?}", shop.try_recv());
    println!("{:?}", shop.try_recv());
    drop(oven);
}
