//! Two admins each add a host, with `rcu`

use arc_swap::ArcSwap;
use std::sync::Barrier;
use std::thread;

fn main() {
    let hosts = ArcSwap::from_pointee(vec!["lyon"]);
    let both = Barrier::new(2);
    // ANCHOR: adding
    let add = |host| {
        both.wait();
        hosts.rcu(|old| {
            let mut new = Vec::clone(old);
            new.push(host);
            new
        });
    };
    // ANCHOR_END: adding
    thread::scope(|scope| {
        scope.spawn(|| add("oslo"));
        scope.spawn(|| add("rome"));
    });
    println!("{} hosts", hosts.load().len());
}
