//! The length of the longest article, kept in an atomic number

use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

fn main() {
    let articles = ["the old bridge is sold", "a new bridge", "snow"];
    // ANCHOR: longest
    let longest = AtomicUsize::new(0);
    articles.par_iter().for_each(|article| {
        let words = article.split_whitespace().count();
        longest.fetch_max(words, Relaxed);
    });
    // ANCHOR_END: longest
    println!("the longest has {} words", longest.load(Relaxed));
}
