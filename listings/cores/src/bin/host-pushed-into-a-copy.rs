//! A host is pushed into a copy of the list

use arc_swap::ArcSwap;

fn main() {
    let hosts = ArcSwap::from_pointee(vec!["lyon"]);
    let request = hosts.load();
    // ANCHOR: pushing
    hosts.rcu(|old| {
        let mut new = Vec::clone(old);
        new.push("oslo");
        new
    });
    // ANCHOR_END: pushing
    println!(
        "{} hosts, the request has {}",
        hosts.load().len(),
        request.len()
    );
}
