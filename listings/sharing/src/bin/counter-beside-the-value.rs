//! What the two cells add to the size of a number

use std::cell::{Cell, RefCell};

fn main() {
    let word = size_of::<usize>();

    println!("usize: {} word", size_of::<usize>() / word);
    println!("Cell<usize>: {} word", size_of::<Cell<usize>>() / word);
    println!(
        "RefCell<usize>: {} words",
        size_of::<RefCell<usize>>() / word
    );
}
