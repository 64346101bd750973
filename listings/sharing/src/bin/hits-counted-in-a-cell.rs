//! The number is in a `Cell`, and two requests count

use std::cell::Cell;

// ANCHOR: page
#[derive(Default)]
struct Page {
    hits: Cell<u32>,
}

fn serve(page: &Page) {
    page.hits.set(page.hits.get() + 1);
}
// ANCHOR_END: page

fn main() {
    let start = Page::default();
    let (ann, ben) = (&start, &start);

    serve(ann);
    serve(ben);
    println!("{} hits", start.hits.get());
}
