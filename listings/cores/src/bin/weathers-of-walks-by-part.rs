//! How many walks there were in each weather, counted in one map for each part

use rayon::prelude::*;
use std::collections::BTreeMap;

fn main() {
    let weathers = ["rain", "sun", "rain", "fog", "rain", "sun"];
    // ANCHOR: counting
    let counts = weathers
        .par_iter()
        .fold(BTreeMap::new, |mut counts, weather| {
            *counts.entry(*weather).or_insert(0) += 1;
            counts
        })
        .reduce(BTreeMap::new, |mut counts, others| {
            for (weather, count) in others {
                *counts.entry(weather).or_insert(0) += count;
            }
            counts
        });
    // ANCHOR_END: counting
    println!("{counts:?}");
}
