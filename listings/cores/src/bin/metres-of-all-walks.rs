//! The metres of all walks and the longest of them, by two reductions

use rayon::prelude::*;

fn main() {
    let walks = [3_000, 4_000, 2_000, 1_000];
    let total: u32 = walks.par_iter().sum();
    // ANCHOR: longest
    let longest = walks.par_iter().copied().reduce(|| 0, |a, b| a.max(b));
    // ANCHOR_END: longest
    println!("{total} m in all, {longest} m at most");
}
