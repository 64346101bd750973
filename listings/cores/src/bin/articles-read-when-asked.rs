//! How many articles have been read, before the sum and after it

use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

fn main() {
    let articles = ["the harbour freezes", "a new bridge", "snow"];
    let read = AtomicUsize::new(0);
    let counts = articles.par_iter().map(|article| {
        read.fetch_add(1, Relaxed);
        article.split_whitespace().count()
    });

    println!("{} read", read.load(Relaxed));
    let words: usize = counts.sum();
    println!("{} read, {words} words", read.load(Relaxed));
}
