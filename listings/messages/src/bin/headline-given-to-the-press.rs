//! A headline is given to the press

use std::sync::mpsc;

fn main() {
    let (desk, press) = mpsc::channel();

    {
        let headline = String::from("river over its banks");
        desk.send(headline).unwrap();
    }

    println!("extra: {}", press.recv().unwrap());
}
