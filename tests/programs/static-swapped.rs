//! Cells in an array in a `static` keep their values when they change places
//@ returns: None Some(1) | 2 Some(1)

use std::sync::{Mutex, OnceLock};

static CELLS: Mutex<[OnceLock<u32>; 2]> = Mutex::new([OnceLock::new(), OnceLock::new()]);

fn main() {
    let mut cells = CELLS.lock().unwrap();
    cells[0].set(1).unwrap();
    cells.swap(0, 1);
    println!("{:?} {:?}", cells[0].get(), cells[1].get());
    println!("{} {:?}", cells[0].get_or_init(|| 2), cells[1].get());
}
