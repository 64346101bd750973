//! A search for an article about a bridge
//@ outcome: a new bridge
//@ outcome: bridge sold

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
        .find_any(|article| mentions_bridge(article));
    // ANCHOR_END: search
    println!("{}", found.unwrap());
}
