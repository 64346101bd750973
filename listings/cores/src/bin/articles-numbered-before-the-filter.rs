//! All articles get a number, and those about bridges are kept

use rayon::prelude::*;

fn main() {
    let articles = ["snow", "a new bridge", "bridge sold"];
    // ANCHOR: numbering
    let bridges: Vec<_> = articles
        .par_iter()
        .enumerate()
        .filter(|(_, article)| article.contains("bridge"))
        .collect();
    // ANCHOR_END: numbering
    println!("{bridges:?}");
}
