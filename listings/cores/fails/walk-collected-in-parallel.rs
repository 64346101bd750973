//! A walk is collected from its stations
//!
//! If this compiled, nothing would go wrong here, once somebody has said how two halves of a walk become one. `FromIterator` says how stations are added one by one, and that's no recipe for several threads.
//@ fixed-by: cores/walk-collected-after-a-list

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
    let walk: Walk = stations
        .par_iter()
        .map(|name| name.to_uppercase())
        .collect(); //~ E0277: `FromParallelIterator<String>` is not implemented
    // ANCHOR_END: walk
    println!("{}", walk.0);
}
