//! Four walks, and the 500 metres to the station from which they start

use rayon::prelude::*;

fn main() {
    let walks = [3_000, 4_000, 2_000, 1_000];
    let add = |a, b| a + b;
    let whole = walks.par_iter().copied().with_min_len(4);
    println!("{} m", whole.reduce(|| 500, add));
    let single = walks.par_iter().copied().with_max_len(1);
    println!("{} m", single.reduce(|| 500, add));
}
