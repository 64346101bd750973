//! The thread's copy of the number is returned, and `main` takes it over

use std::thread;

fn main() {
    let mut tickets = 100;

    let booth = thread::spawn(move || {
        tickets -= 30;
        tickets
    });

    tickets = booth.join().unwrap();
    tickets -= 1;
    println!("main: {tickets} left");
}
