//! A counted pointer of the one-thread kind stays on its thread
//!
//! If this compiled, both threads would hold an owner of the same price list, and each would change the count of owners with
//! a plain addition or subtraction. One change could be lost; then the list is freed while somebody still reads it, or never.
//@ fixed-by: threads/arc-accepted-by-spawn

use std::rc::Rc;
use std::thread;

fn main() {
    let prices = Rc::new([3, 5, 9]);
    let shared = Rc::clone(&prices);

    let adder = thread::spawn(move || shared.iter().sum::<u32>()); //~ E0277: cannot be sent between threads safely

    println!("{} prices", prices.len());
    println!("{} in all", adder.join().unwrap());
}
