//! On how many threads four titles are measured

use rayon::prelude::*;
use std::collections::HashSet;

fn main() {
    let titles = ["ice in May", "a new bridge", "bridge sold", "snow"];
    let threads: HashSet<Option<usize>> = titles
        .par_iter()
        .with_min_len(4)
        .map(|title| {
            std::hint::black_box(title.len());
            rayon::current_thread_index()
        })
        .collect();
    println!("threads: {}", threads.len());
}
