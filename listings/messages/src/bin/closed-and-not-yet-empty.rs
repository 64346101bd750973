//! Two entries are written, the pen is put away, and three are asked for

use std::sync::mpsc;

fn main() {
    let (pen, tide_table) = mpsc::channel();
    pen.send("high water at six").unwrap();
    pen.send("low water at noon").unwrap();
    drop(pen);

    for _ in 0..3 {
        println!("{:?}", tide_table.recv());
    }
}
