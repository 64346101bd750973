//! A request clones the list out of the lock
//@ outcome: to lyon | served: true
//@ outcome: to rome | served: true
//@ schedules

use std::sync::{Arc, RwLock};
use std::thread;

fn main() {
    let hosts = RwLock::new(Arc::new(vec!["oslo", "lyon"]));
    thread::scope(|scope| {
        // ANCHOR: request
        let request = scope.spawn(|| {
            let hosts = Arc::clone(&hosts.read().unwrap());
            println!("to {}", hosts[hosts.len() - 1]);
        });
        *hosts.write().unwrap() = Arc::new(vec!["rome"]);
        // ANCHOR_END: request
        println!("served: {}", request.join().is_ok());
    });
}
