//! A walk is made from the list of its stations

use rayon::prelude::*;

struct Walk(String);

impl FromIterator<String> for Walk {
    fn from_iter<I: IntoIterator<Item = String>>(stations: I) -> Walk {
        Walk(stations.into_iter().collect())
    }
}

fn main() {
    let stations = ["ash ", "birk ", "carn"];
    // ANCHOR: walk
    let names: Vec<String> = stations
        .par_iter()
        .map(|name| name.to_uppercase())
        .collect();
    let walk: Walk = names.into_iter().collect();
    // ANCHOR_END: walk
    println!("{}", walk.0);
}
