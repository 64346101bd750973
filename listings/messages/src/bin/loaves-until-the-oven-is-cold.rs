//! A shop sells what the oven sends, however much that is
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (oven, shop) = mpsc::channel();

    let baker = thread::spawn(move || {
        for loaf in ["rye", "spelt", "wheat"] {
            oven.send(loaf).unwrap();
        }
    });

    for loaf in shop {
        println!("sold: {loaf}");
    }
    println!("closed");
    baker.join().unwrap();
}
