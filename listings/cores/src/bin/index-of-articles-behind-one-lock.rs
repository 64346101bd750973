//! An index of all words, which all threads write to under a lock

use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Mutex;

fn main() {
    let articles = ["the old bridge is sold", "a new bridge", "snow"];
    // ANCHOR: index
    let index = Mutex::new(BTreeSet::new());
    articles.par_iter().for_each(|article| {
        let mut index = index.lock().unwrap();
        index.extend(article.split_whitespace());
    });
    // ANCHOR_END: index
    println!("{:?}", index.into_inner().unwrap());
}
