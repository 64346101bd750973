//! The stations of a tour, put together by a reduction

use rayon::prelude::*;

fn main() {
    let stations = ["Ash, ", "Birk, ", "Carn, ", "Dale"];
    let tour: String = stations
        .par_iter()
        .map(|station| station.to_string())
        .reduce(String::new, |before, after| before + &after);
    println!("{tour}");
}
