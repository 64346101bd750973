//! The length of the longest article, kept in a `Cell`
//!
//! If this compiled, two threads might look at the same length and both store a longer one. If the longer of the two is stored first, it's lost, and the line says fewer than 5 words.
//@ fixed-by: cores/longest-article-in-an-atomic

use rayon::prelude::*;
use std::cell::Cell;

fn main() {
    let articles = ["the old bridge is sold", "a new bridge", "snow"];
    // ANCHOR: longest
    let longest = Cell::new(0);
    articles.par_iter().for_each(|article| {
        //~^ E0277: cannot be shared between threads
        let words = article.split_whitespace().count();
        longest.set(longest.get().max(words));
    });
    // ANCHOR_END: longest
    println!("the longest has {} words", longest.get());
}
