//! A tank with twenty litres, and three walkers who take some

use rayon::prelude::*;

fn main() {
    let litres = [20, 3, 4, 5];
    let left = litres.par_iter().copied().reduce_with(|a, b| a - b);
    println!("{} litres left", left.unwrap());
}
