//! A function lends out the shelf

use parking_lot::{MappedMutexGuard, Mutex, MutexGuard};

struct Stock {
    cellar: u32,
    shelf: u32,
}

static STOCK: Mutex<Stock> = Mutex::new(Stock {
    cellar: 7,
    shelf: 2,
});

// ANCHOR: lending
fn shelf() -> MappedMutexGuard<'static, u32> {
    MutexGuard::map(STOCK.lock(), |stock| &mut stock.shelf)
}

fn main() {
    let mut shelf = shelf();
    *shelf += 1;
    match STOCK.try_lock() {
        Some(stock) => println!("{} in the cellar", stock.cellar),
        None => println!("the cellar is locked"),
    }
    println!("{shelf} on the shelf");
}
// ANCHOR_END: lending
