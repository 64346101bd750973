//! Two exclusive references to one page can't be in use together
//!
//! If this compiled, both editors could rely on being alone with the page, and neither would be. These two write one
//! after the other, and needn't lose a word. But the first could remember the place of a word while the second makes
//! the page grow, which moves its letters and frees that place, and the first would still write to it.
//@ fixed-by: threads/one-editor-after-another

fn main() {
    let mut page = String::from("Today:");

    let ann = &mut page;
    let ben = &mut page; //~ E0499: cannot borrow `page` as mutable more than once at a time
    ann.push_str(" leek soup");
    ben.push_str(" and bread");

    println!("{page}");
}
