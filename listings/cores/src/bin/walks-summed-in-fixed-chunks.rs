//! Distances summed in chunks whose length the program decides

use rayon::prelude::*;

fn main() {
    let distances = [0.1, 0.2, 0.3];
    // ANCHOR: sums
    let sums: Vec<f64> = distances
        .par_chunks(2)
        .map(|chunk| chunk.iter().sum())
        .collect();
    let total: f64 = sums.iter().sum();
    // ANCHOR_END: sums
    println!("{total} km");
}
