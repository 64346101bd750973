//! The text is taken out of the `Cell`, read, and put back

use std::cell::Cell;

fn main() {
    let title = Cell::new(String::from("Winter"));

    let shown = title.take();
    println!("{shown}, {} letters", shown.len());
    title.set(shown);

    println!("{} letters in the cell", title.into_inner().len());
}
