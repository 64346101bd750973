//! A list in a `Cell` has to grow

use std::cell::Cell;

fn main() {
    let jobs = Cell::new(vec!["resize"]);

    let mut list = jobs.take();
    list.push("upload");
    println!("in the cell meanwhile: {} jobs", jobs.take().len());
    jobs.set(list);

    println!("at the end: {} jobs", jobs.into_inner().len());
}
