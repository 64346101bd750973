//! A gardener looks, and then writes
//@ hangs
//@ schedules

use std::sync::RwLock;

fn main() {
    let trees = RwLock::new(vec!["oak"]);

    let seen = trees.read().unwrap();
    if !seen.contains(&"elm") {
        println!("the elm is missing");
        trees.write().unwrap().push("elm");
    }
    println!("{} trees", trees.read().unwrap().len());
}
