//! The steps of three walkers, added up in sixteen bits
//@ panics

use rayon::prelude::*;

fn main() {
    let steps: Vec<u16> = vec![30_000, 20_000, 25_000];
    let total = steps.into_par_iter().reduce(|| 0, |a, b| a + b); //~ panic: attempt to add with overflow
    println!("{total} steps");
}
