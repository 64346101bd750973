//! A number captured by `move` is copied, and the copy goes its own way

use std::thread;

fn main() {
    let mut tickets = 100;

    let booth = thread::spawn(move || {
        tickets -= 30;
        println!("booth: {tickets} left");
    });

    booth.join().unwrap();
    tickets -= 1;
    println!("main: {tickets} left");
}
