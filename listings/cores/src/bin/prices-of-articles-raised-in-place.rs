//! What an article costs, raised in place

use rayon::prelude::*;

fn main() {
    // ANCHOR: prices
    let mut prices = vec![250, 300, 420];
    prices.par_iter_mut().for_each(|price| *price += 10);
    // ANCHOR_END: prices
    let labels: Vec<String> = prices
        .into_par_iter()
        .map(|price| format!("{price} cents"))
        .collect();
    println!("{labels:?}");
}
