//! A plain number can't be changed through a shared reference
//!
//! If this compiled, this program would count its two requests. But you couldn't trust a single `&` in any program.
//! Whoever has been lent a page to look at could write into it while others are looking at it too. A function that
//! looks at `hits` twice could find two numbers, and a list could be emptied while somebody's in the middle of it.
//@ fixed-by: sharing/hits-counted-in-a-cell

#[derive(Default)]
struct Page {
    hits: u32,
}

fn serve(page: &Page) {
    page.hits += 1; //~ E0594: cannot assign to `page.hits`, which is behind a `&` reference
}

fn main() {
    let start = Page::default();
    let (ann, ben) = (&start, &start);

    serve(ann);
    serve(ben);
    println!("{} hits", start.hits);
}
