//! A box that a `static` has to the end is no leak, and no more is what that box leads to
//@ returns: 3 4

use std::sync::Mutex;

struct Shelf {
    jars: Vec<u32>,
    below: Option<Box<Shelf>>,
}

static SHELF: Mutex<Option<Box<Shelf>>> = Mutex::new(None);
static mut SPARE: Option<Box<u32>> = None;

fn main() {
    let below = Some(Box::new(Shelf { jars: vec![1; 4], below: None }));
    *SHELF.lock().unwrap() = Some(Box::new(Shelf { jars: vec![1; 3], below }));
    unsafe { SPARE = Some(Box::new(5)) };
    let shelf = SHELF.lock().unwrap();
    let shelf = shelf.as_ref().unwrap();
    println!("{} {}", shelf.jars.len(), shelf.below.as_ref().unwrap().jars.len());
}
