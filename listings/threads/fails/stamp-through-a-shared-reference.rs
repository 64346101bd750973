//! A shared reference does not let a string grow
//!
//! If this compiled, the stamp would be on the page and nobody hurt, for in this program nobody else has a reference to
//! it. But everybody who has been lent a page for reading could change it, and no reader could trust what was read a
//! line before. A second thread with the same kind of reference would read while this one moves the letters.
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
