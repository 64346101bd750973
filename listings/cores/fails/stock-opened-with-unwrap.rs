//! A clerk opens the stock with `unwrap`
//!
//! If this compiled, it would print 10 bottles: nothing is poisoned here, so nothing is there for `unwrap` to find. In a program that was written for `std`'s locks, the error shows each `lock` that was unwrapped, where somebody had counted on being told of a panic.
//@ fixed-by: cores/bottle-checked-before-it-moves

use parking_lot::Mutex;
use std::thread;

struct Stock {
    cellar: u32,
    shelf: u32,
}

static STOCK: Mutex<Stock> = Mutex::new(Stock {
    cellar: 7,
    shelf: 3,
});

fn move_one() {
    let mut stock = STOCK.lock();
    assert!(stock.shelf < 3, "the shelf is full");
    stock.cellar -= 1;
    stock.shelf += 1;
}

fn main() {
    let moved = thread::spawn(move_one).join();
    println!("moved: {}", moved.is_ok());

    // ANCHOR: counting
    let stock = STOCK.lock().unwrap(); //~ E0599: no method named `unwrap` found
    println!("{} bottles", stock.cellar + stock.shelf);
    // ANCHOR_END: counting
}
