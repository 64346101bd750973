//! The text is taken out of the `Cell`, read, and put back

use std::cell::Cell;

fn main() {
    let title = Cell::new(String::from("Winter"));

    // ANCHOR: reading
    let shown = title.take();
    println!("{shown}, {} letters", shown.len());
    title.set(shown);
    // ANCHOR_END: reading

    println!("{} letters in the cell", title.into_inner().len());
}
