//! `spawn` is given the function itself and calls it on the new thread

use std::thread;

fn print_menu() {
    println!("on main: {}", thread::current().name() == Some("main"));
}

fn main() {
    print_menu();

    let printer = thread::spawn(print_menu);
    printer.join().unwrap();
}
