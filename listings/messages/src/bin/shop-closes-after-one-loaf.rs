//! A shop sells one loaf, closes, and opens again

use std::sync::mpsc;

fn main() {
    let (oven, shop) = mpsc::channel();
    for loaf in ["rye", "spelt", "wheat"] {
        oven.send(loaf).unwrap();
    }
    drop(oven);

    if let Some(loaf) = shop.iter().next() {
        println!("sold: {loaf}");
    }
    println!("closed for lunch");

    for loaf in shop {
        println!("sold: {loaf}");
    }
}
