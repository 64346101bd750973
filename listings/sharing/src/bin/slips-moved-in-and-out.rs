//! Four ways in and out of a `Cell`, each for the value as a whole

use std::cell::Cell;

fn main() {
    let desk = Cell::new(String::from("atlas"));
    let shelf = Cell::new(String::from("novel"));

    let old = desk.replace(String::from("diary"));
    println!("replace gave back: {old}");

    desk.swap(&shelf);
    println!("take gave back: {}", desk.take());

    println!("left on the desk: {:?}", desk.into_inner());
    println!("left on the shelf: {:?}", shelf.into_inner());
}
