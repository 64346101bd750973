//! Each title is printed by the thread that comes to it
//@ unordered

use rayon::prelude::*;
use std::{thread, time::Duration};

fn main() {
    let titles = ["ice in May", "a new bridge", "bridge sold", "snow"];
    // ANCHOR: titles
    titles.par_iter().for_each(|title| {
        thread::sleep(Duration::from_millis(2)); // reads the article
        println!("read: {title}");
    });
    // ANCHOR_END: titles
}
