//! The lines of a log, collected before several threads look them up

use rayon::prelude::*;
use std::{thread, time::Duration};

fn look_up(line: &str) -> String {
    thread::sleep(Duration::from_millis(2)); // asks a map server
    format!("{line}: on the map")
}

fn main() {
    let log = "Ash\nBirk\nCarn\nDale\nElm";
    // ANCHOR: collected
    let lines: Vec<&str> = log.lines().collect();
    let found: Vec<String> = lines.into_par_iter().map(look_up).collect();
    // ANCHOR_END: collected
    println!("{}", found.join("\n"));
}
