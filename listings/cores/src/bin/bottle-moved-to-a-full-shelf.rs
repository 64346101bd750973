//! A clerk moves a bottle to a full shelf

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

// ANCHOR: program
fn move_one() {
    let mut stock = STOCK.lock();
    stock.cellar -= 1;
    assert!(stock.shelf < 3, "the shelf is full"); //~ panic: the shelf is full
    stock.shelf += 1;
}

fn main() {
    let moved = thread::spawn(move_one).join();
    println!("moved: {}", moved.is_ok());

    let stock = STOCK.lock();
    println!("{} bottles", stock.cellar + stock.shelf);
}
// ANCHOR_END: program
