//! Every headline gets the same byline, from an `Arc`

use rayon::prelude::*;
use std::sync::Arc;

fn main() {
    // ANCHOR: byline
    let byline = Arc::new(String::from("by Ida Holm"));
    // ANCHOR_END: byline
    let headlines: Vec<String> = ["a new bridge", "snow"]
        .par_iter()
        .map(|title| format!("{title}, {byline}"))
        .collect();
    println!("{headlines:?}");
}
