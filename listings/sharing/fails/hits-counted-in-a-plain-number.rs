//! A plain number cannot be changed through a shared reference
//!
//! If this compiled, this program would count its two requests. But no `&` in a program could be trusted. Whoever has
//! been lent a page to look at could write into it, while others look at it as well. A function that looks at `hits`
//! twice could find two numbers, and a list that somebody goes through could be emptied in the middle of it.
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
