//! A search in order for an article about a bridge

use rayon::prelude::*;
use std::{thread, time::Duration};

fn mentions_bridge(article: &str) -> bool {
    thread::sleep(Duration::from_micros(100 * article.len() as u64)); // reads it from the disk
    article.contains("bridge")
}

fn main() {
    let articles = ["ice in May", "a new bridge", "bridge sold", "snow"];
    // ANCHOR: search
    let found = articles
        .par_iter()
        .find_first(|article| mentions_bridge(article));
    // ANCHOR_END: search
    println!("{}", found.unwrap());
}
