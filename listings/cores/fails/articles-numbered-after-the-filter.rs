//! The articles about bridges, each with a number
//!
//! If this compiled, a thread in the middle of the list would have to number its first match, and how many matches come before it is known only when the threads before it are done.
//@ fixed-by: cores/articles-numbered-before-the-filter

use rayon::prelude::*;

fn main() {
    let articles = ["snow", "a new bridge", "bridge sold"];
    // ANCHOR: numbering
    let bridges: Vec<_> = articles
        .par_iter()
        .filter(|article| article.contains("bridge"))
        .enumerate() //~ E0599: its trait bounds were not satisfied
        .collect();
    // ANCHOR_END: numbering
    println!("{bridges:?}");
}
