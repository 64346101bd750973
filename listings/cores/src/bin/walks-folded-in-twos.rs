//! The metres of four walks, folded in parts of two

use rayon::prelude::*;

fn main() {
    let walks = [3_000, 4_000, 2_000, 1_000];
    let sums: Vec<u32> = walks
        .par_iter()
        .with_min_len(2)
        .with_max_len(2)
        .fold(|| 0, |sum: u32, metres| sum + metres)
        .collect();
    println!("{sums:?}");
}
