//! Two exclusive references to one page cannot be in use together
//!
//! If this compiled, each of the two editors could rely on being alone with the page, and neither would be. These two
//! write one after the other, and no word need be lost. But the first could hold the place of a word while the second
//! makes the page grow, moves its letters and frees the place that the first still writes to.
//@ fixed-by: threads/one-editor-after-another

fn main() {
    let mut page = String::from("Today:");

    let ann = &mut page;
    let ben = &mut page; //~ E0499: cannot borrow `page` as mutable more than once at a time
    ann.push_str(" leek soup");
    ben.push_str(" and bread");

    println!("{page}");
}
