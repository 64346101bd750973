//! The lines of a log, taken from a sequential iterator by several threads
//@ unordered

use rayon::prelude::*;
use std::{thread, time::Duration};

fn look_up(line: &str) -> String {
    thread::sleep(Duration::from_millis(2)); // asks a map server
    format!("{line}: on the map")
}

fn main() {
    let log = "Ash\nBirk\nCarn\nDale\nElm";
    // ANCHOR: bridge
    let found: Vec<String> = log.lines().par_bridge().map(look_up).collect();
    // ANCHOR_END: bridge
    println!("{}", found.join("\n"));
}
