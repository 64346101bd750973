//! The words of each article, counted in parallel and collected

use rayon::prelude::*;

fn main() {
    let articles = ["the old bridge is sold", "a new bridge", "snow"];
    // ANCHOR: counting
    let counts: Vec<usize> = articles
        .par_iter()
        .map(|article| article.split_whitespace().count())
        .collect();
    // ANCHOR_END: counting
    println!("{counts:?}");
}
