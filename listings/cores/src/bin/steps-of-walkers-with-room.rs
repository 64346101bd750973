//! The steps of three walkers, widened before they're added up

use rayon::prelude::*;

fn main() {
    let steps: Vec<u16> = vec![30_000, 20_000, 25_000];
    // ANCHOR: total
    let total: u32 = steps.into_par_iter().map(u32::from).sum();
    // ANCHOR_END: total
    println!("{total} steps");
}
