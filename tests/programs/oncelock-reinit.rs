//! A `OnceLock` whose first initialisation panicked is initialised by the next caller
//@ returns: 7 false
//@ returns: 7 true

use std::sync::OnceLock;
use std::thread;

static CELL: OnceLock<u32> = OnceLock::new();

fn main() {
    let bad = thread::spawn(|| *CELL.get_or_init(|| panic!("no")));
    let good = *CELL.get_or_init(|| 7);
    let bad = bad.join();
    println!("{good} {}", bad.is_err());
}
