//! A service sets the number of Rayon's threads

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

fn main() {
    let layers = ["coast", "roads", "names"];
    let letters: usize = layers.par_iter().map(|layer| layer.len()).sum();
    println!("{letters} letters");

    match ThreadPoolBuilder::new().num_threads(3).build_global() {
        Ok(()) => println!("{} threads", rayon::current_num_threads()),
        Err(error) => println!("{error}"),
    }
}
