//! The words of all articles, counted by a parallel iterator

use rayon::prelude::*;

fn main() {
    let articles = [
        "the harbour freezes",
        "a new bridge",
        "the old bridge is sold",
    ];
    // ANCHOR: words
    let words: usize = articles
        .par_iter()
        .map(|article| article.split_whitespace().count())
        .sum();
    // ANCHOR_END: words
    println!("{words} words");
}
