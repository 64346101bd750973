//! A list in a `Cell`, which is to grow

use std::cell::Cell;

fn main() {
    let returns = Cell::new(vec!["atlas"]);

    let mut list = returns.take();
    list.push("novel");
    println!("in the cell meanwhile: {} titles", returns.take().len());
    returns.set(list);

    println!("at the end: {} titles", returns.into_inner().len());
}
