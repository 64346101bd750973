//! The metres of all walks, by a fold and a sum

use rayon::prelude::*;

fn main() {
    let walks = [3_000, 4_000, 2_000, 1_000];
    // ANCHOR: total
    let total: u32 = walks
        .par_iter()
        .fold(|| 0, |sum: u32, metres| sum + metres)
        .sum();
    // ANCHOR_END: total
    println!("{total} m");
}
