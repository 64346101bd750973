//! Two piers report to one desk, and one of them closes

use std::sync::mpsc;

fn main() {
    let (north, desk) = mpsc::channel();
    let south = north.clone();

    drop(north);
    south.send("ferry at the south pier").unwrap();
    println!("{:?}", desk.recv());

    drop(south);
    println!("{:?}", desk.recv());
}
