//! What three walkers take is added up, and subtracted once

use rayon::prelude::*;

fn main() {
    // ANCHOR: left
    let taken: i32 = [3, 4, 5].par_iter().sum();
    let left = 20 - taken;
    // ANCHOR_END: left
    println!("{left} litres left");
}
