//! A value made before the scope outlives its threads

use std::thread;

fn main() {
    let hosts = String::from("web1, web2, mail");
    thread::scope(|scope| {
        scope.spawn(|| println!("{} hosts", hosts.split(',').count()));
    });
}
