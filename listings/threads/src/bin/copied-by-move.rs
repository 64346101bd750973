//! One name, on two threads

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
