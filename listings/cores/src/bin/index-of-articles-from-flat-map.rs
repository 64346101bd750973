//! An index of all words, collected from all threads

use rayon::prelude::*;
use std::collections::BTreeSet;

fn main() {
    let articles = ["the old bridge is sold", "a new bridge", "snow"];
    // ANCHOR: index
    let index: BTreeSet<&str> = articles
        .par_iter()
        .flat_map_iter(|article| article.split_whitespace())
        .collect();
    // ANCHOR_END: index
    println!("{index:?}");
}
