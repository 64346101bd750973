//! A value made before the scope outlives its threads

use std::thread;

fn main() {
    // ANCHOR: hosts
    let hosts = String::from("web1, web2, mail");
    thread::scope(|scope| {
        scope.spawn(|| println!("{} hosts", hosts.split(',').count()));
    });
    // ANCHOR_END: hosts
}
