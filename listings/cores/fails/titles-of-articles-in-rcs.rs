//! Titles made in parallel, each to be owned by several pages
//!
//! If this compiled, nothing would go wrong here: each `Rc` has one owner on its way to `main`. A closure that keeps a clone for itself would count owners on one thread while `main` counts them on another.
//@ fixed-by: cores/titles-of-articles-in-arcs

use rayon::prelude::*;
use std::rc::Rc;

fn main() {
    // ANCHOR: titles
    let titles: Vec<Rc<str>> = ["a new bridge", "snow"]
        .par_iter()
        .map(|title| Rc::from(title.to_uppercase())) //~ E0277: cannot be sent between threads
        .collect(); //~ E0599: its trait bounds were not satisfied
    // ANCHOR_END: titles
    let front_page = titles[0].clone();
    println!("{front_page}, owned by {}", Rc::strong_count(&front_page));
}
