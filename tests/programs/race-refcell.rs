//! A `RefCell` that claims to be `Sync`: to ask whether it is borrowed is a race in itself
//@ undefined `data race, 13`:

use std::cell::RefCell;
use std::thread;

struct Shared(RefCell<u32>);
unsafe impl Sync for Shared {}

static SHARED: Shared = Shared(RefCell::new(0));

fn add() {
    *SHARED.0.borrow_mut() += 1;
}

fn main() {
    let thread = thread::spawn(add);
    add();
    thread.join().unwrap();
    println!("{}", SHARED.0.borrow());
}
