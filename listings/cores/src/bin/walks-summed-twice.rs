//! The same three distances, summed by one thread and by rayon

use rayon::prelude::*;

fn main() {
    let distances = [0.1, 0.2, 0.3];
    let alone: f64 = distances.iter().sum();
    let parallel: f64 = distances.par_iter().sum();
    println!("{alone} km");
    println!("{parallel} km");
}
