//! Two walks that are the longest, and one prize

use rayon::prelude::*;

fn main() {
    let walks = [("Ash", 12), ("Birk", 15), ("Carn", 9), ("Dale", 15)];
    let winner = walks.par_iter().max_by_key(|(_, kilometres)| kilometres);
    println!("{}", winner.unwrap().0);
}
