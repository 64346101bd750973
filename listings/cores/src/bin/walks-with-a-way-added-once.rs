//! Four walks added up, and the 500 metres to the station on top

use rayon::prelude::*;

fn main() {
    let walks = [3_000, 4_000, 2_000, 1_000];
    let add = |a, b| a + b;
    // ANCHOR: sums
    let whole = walks.par_iter().copied().with_min_len(4);
    println!("{} m", 500 + whole.reduce(|| 0, add));
    let single = walks.par_iter().copied().with_max_len(1);
    println!("{} m", 500 + single.reduce(|| 0, add));
    // ANCHOR_END: sums
}
