//! A request goes to the last host of the list
//@ outcome: to lyon | served: true
//@ outcome: to rome | served: true
//@ outcome: served: false
//@ schedules

use std::sync::RwLock;
use std::thread;

fn main() {
    let hosts = RwLock::new(vec!["oslo", "lyon"]);
    thread::scope(|scope| {
        // ANCHOR: request
        let request = scope.spawn(|| {
            let count = hosts.read().unwrap().len();
            println!("to {}", hosts.read().unwrap()[count - 1]);
        });
        *hosts.write().unwrap() = vec!["rome"];
        // ANCHOR_END: request
        println!("served: {}", request.join().is_ok());
    });
}
