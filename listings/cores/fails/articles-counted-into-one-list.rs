//! Each count is pushed to one list
//!
//! If this compiled, two threads might push at the same time. While one moves the list to a larger block of memory, the other would write into the old one, which is being freed.
//@ fixed-by: cores/articles-counted-in-a-list

use rayon::prelude::*;

fn main() {
    let articles = ["the old bridge is sold", "a new bridge", "snow"];
    // ANCHOR: counting
    let mut counts: Vec<usize> = Vec::new();
    articles
        .par_iter()
        .map(|article| article.split_whitespace().count())
        .for_each(|count| counts.push(count)); //~ E0596: cannot borrow `counts` as mutable
    // ANCHOR_END: counting
    println!("{counts:?}");
}
