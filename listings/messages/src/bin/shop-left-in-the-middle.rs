//! A shop leaves its loop, and one more loaf is baked

use std::sync::mpsc;

fn main() {
    let (oven, shop) = mpsc::channel();
    oven.send("rye").unwrap();
    oven.send("spelt").unwrap();

    for loaf in shop {
        println!("sold: {loaf}");
        if loaf == "rye" {
            break;
        }
    }

    match oven.send("wheat") {
        Ok(()) => println!("wheat: on its way"),
        Err(error) => println!("{}: nobody wants it", error.0),
    }
}
