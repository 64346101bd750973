//! Every headline gets the same byline, from an `Rc`
//!
//! If this compiled, nothing would go wrong here, since the closure only reads the byline. Let it clone the `Rc`, and two threads might change its plain owner count at the same time.
//@ fixed-by: cores/articles-with-a-byline-in-an-arc

use rayon::prelude::*;
use std::rc::Rc;

fn main() {
    // ANCHOR: headlines
    let byline = Rc::new(String::from("by Ida Holm"));
    let headlines: Vec<String> = ["a new bridge", "snow"]
        .par_iter()
        .map(|title| format!("{title}, {byline}")) //~ E0277: cannot be shared between threads
        .collect();
    // ANCHOR_END: headlines
    println!("{headlines:?}");
}
