//! A plain number cannot be changed through a shared reference
//!
//! If this compiled, this program would count its two readings. But no `&` in a program could be trusted. Whoever has
//! been lent a book to look at could write into it, while others look at it as well. A reader who looks at `times_read`
//! twice could find two numbers, and a list that somebody goes through could be emptied in the middle of it.
//@ fixed-by: sharing/reading-counted-in-a-cell

#[derive(Default)]
struct Book {
    times_read: u32,
}

fn read(book: &Book) {
    book.times_read += 1; //~ E0594: cannot assign to `book.times_read`, which is behind a `&` reference
}

fn main() {
    let atlas = Book::default();
    let (ann, ben) = (&atlas, &atlas);

    read(ann);
    read(ben);
    println!("read {} times", atlas.times_read);
}
