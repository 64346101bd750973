//! A shared reference doesn't let a string grow
//!
//! If this compiled, the stamp would be on the page and no harm done, since nobody else in this program has a reference
//! to it. But everybody who's been lent a page to read could change it, and no reader could trust what was there a line
//! before. A second thread with the same kind of reference could be reading while this one moves the letters.
//@ fixed-by: threads/stamp-through-an-exclusive-reference

fn stamp(page: &String) {
    page.push_str(" [received]"); //~ E0596: cannot borrow `*page` as mutable, as it is behind a `&` reference
}

fn main() {
    let mut page = String::from("invoice 17");
    page.push(':');
    stamp(&page);

    println!("{page}");
}
