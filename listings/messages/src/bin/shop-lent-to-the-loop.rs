//! A `for` over a reference to a receiver gives it back

use std::sync::mpsc;

fn main() {
    let (oven, shop) = mpsc::channel();
    oven.send("rye").unwrap();
    drop(oven);

    for loaf in &shop {
        println!("sold: {loaf}");
    }
    println!("anything left: {:?}", shop.try_recv());
}
