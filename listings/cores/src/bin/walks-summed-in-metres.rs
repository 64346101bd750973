//! Distances kept as whole metres until they're printed

use rayon::prelude::*;

fn main() {
    let distances = [100, 200, 300];
    // ANCHOR: total
    let metres: u32 = distances.par_iter().sum();
    println!("{} km", f64::from(metres) / 1_000.0);
    // ANCHOR_END: total
}
