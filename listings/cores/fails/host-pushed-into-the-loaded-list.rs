//! A host is pushed into the loaded list
//!
//! If this compiled, it would print `2 hosts, the request has 2`: the list would have grown under the request. With a second thread it would be a data race, and the list might move to another place in memory while the request goes through it.
//@ fixed-by: cores/host-pushed-into-a-copy

use arc_swap::ArcSwap;

fn main() {
    let hosts = ArcSwap::from_pointee(vec!["lyon"]);
    let request = hosts.load();
    // ANCHOR: pushing
    hosts.load().push("oslo"); //~ E0596: cannot borrow data in an `Arc` as mutable
    // ANCHOR_END: pushing
    println!(
        "{} hosts, the request has {}",
        hosts.load().len(),
        request.len()
    );
}
