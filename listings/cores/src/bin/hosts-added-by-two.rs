//! Two admins each add a host

use arc_swap::ArcSwap;
use std::sync::{Arc, Barrier};
use std::thread;

fn main() {
    // ANCHOR: two
    let hosts = ArcSwap::from_pointee(vec!["lyon"]);
    let both = Barrier::new(2);
    let add = |host| {
        let mut new = Vec::clone(&hosts.load());
        new.push(host);
        both.wait();
        hosts.store(Arc::new(new));
    };
    thread::scope(|scope| {
        scope.spawn(|| add("oslo"));
        scope.spawn(|| add("rome"));
    });
    println!("{} hosts", hosts.load().len());
    // ANCHOR_END: two
}
