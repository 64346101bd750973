//! The number is in a `Cell`, and two readers count

use std::cell::Cell;

#[derive(Default)]
struct Book {
    times_read: Cell<u32>,
}

fn read(book: &Book) {
    book.times_read.set(book.times_read.get() + 1);
}

fn main() {
    let atlas = Book::default();
    let (ann, ben) = (&atlas, &atlas);

    read(ann);
    read(ben);
    println!("read {} times", atlas.times_read.get());
}
