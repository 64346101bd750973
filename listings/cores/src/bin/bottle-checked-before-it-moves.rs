//! A clerk looks at the shelf before she moves a bottle

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

// ANCHOR: moving
fn move_one() {
    let mut stock = STOCK.lock();
    assert!(stock.shelf < 3, "the shelf is full"); //~ panic: the shelf is full
    stock.cellar -= 1;
    stock.shelf += 1;
}
// ANCHOR_END: moving

fn main() {
    let moved = thread::spawn(move_one).join();
    println!("moved: {}", moved.is_ok());

    let stock = STOCK.lock();
    println!("{} bottles", stock.cellar + stock.shelf);
}
