//! Titles made in parallel, each owned by several pages

use rayon::prelude::*;
use std::sync::Arc;

fn main() {
    let titles: Vec<Arc<str>> = ["a new bridge", "snow"]
        .par_iter()
        // ANCHOR: titles
        .map(|title| Arc::from(title.to_uppercase()))
        // ANCHOR_END: titles
        .collect();
    let front_page = titles[0].clone();
    println!("{front_page}, owned by {}", Arc::strong_count(&front_page));
}
