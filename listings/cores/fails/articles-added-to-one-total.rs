//! Each article's words are added to one total
//!
//! If this compiled, two threads might read the same total, and each would write back a sum from which the other's words are missing. It would be a data race.
//@ fixed-by: cores/words-of-all-articles

use rayon::prelude::*;

fn main() {
    let articles = [
        "the harbour freezes",
        "a new bridge",
        "the old bridge is sold",
    ];
    let mut words = 0;
    articles
        .par_iter()
        .for_each(|article| words += article.split_whitespace().count()); //~ E0594: cannot assign to `words`
    println!("{words} words");
}
