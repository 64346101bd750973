//! Somebody stores other hosts during an update

use arc_swap::ArcSwap;
use std::sync::Arc;

fn main() {
    // ANCHOR: update
    let hosts = ArcSwap::from_pointee(vec!["lyon"]);
    hosts.rcu(|old| {
        println!("adding to {old:?}");
        if old.len() == 1 {
            hosts.store(Arc::new(vec!["oslo", "rome"])); // Another admin is quicker.
        }
        let mut new = Vec::clone(old);
        new.push("bern");
        new
    });
    println!("{:?}", hosts.load());
    // ANCHOR_END: update
}
