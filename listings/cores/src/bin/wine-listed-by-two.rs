//! Two clerks look for a wine and list it if it is missing

use parking_lot::{RwLock, RwLockUpgradableReadGuard};
use std::thread;

static WINES: RwLock<Vec<&str>> = RwLock::new(Vec::new());

// ANCHOR: listing
fn list(wine: &'static str) {
    let wines = WINES.upgradable_read();
    if !wines.contains(&wine) {
        let mut wines = RwLockUpgradableReadGuard::upgrade(wines);
        wines.push(wine);
    }
}
// ANCHOR_END: listing

fn main() {
    let clerks = [(); 2].map(|()| thread::spawn(|| list("Riesling")));
    for clerk in clerks {
        clerk.join().unwrap();
    }
    println!("{:?}", WINES.read());
}
