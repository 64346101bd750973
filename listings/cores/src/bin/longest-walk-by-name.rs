//! Of two longest walks, the one whose name comes first

use rayon::prelude::*;
use std::cmp::Reverse;

fn main() {
    let walks = [("Ash", 12), ("Birk", 15), ("Carn", 9), ("Dale", 15)];
    // ANCHOR: winner
    let winner = walks
        .par_iter()
        .max_by_key(|(name, kilometres)| (kilometres, Reverse(name)));
    // ANCHOR_END: winner
    println!("{}", winner.unwrap().0);
}
