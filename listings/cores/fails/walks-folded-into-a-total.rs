//! The metres of all walks, by a fold
//!
//! If this compiled, `total` would be the sum of one piece, and since Rayon makes at least two of four walks, the metres of the others would be missing.
//@ fixed-by: cores/walks-folded-and-summed

use rayon::prelude::*;

fn main() {
    let walks = [3_000, 4_000, 2_000, 1_000];
    // ANCHOR: total
    let total: u32 = walks.par_iter().fold(|| 0, |sum: u32, metres| sum + metres); //~ E0308: mismatched types
    // ANCHOR_END: total
    println!("{total} m");
}
