//! A counted pointer of the one-thread kind stays on its thread
//!
//! If this compiled, each thread would hold an owner of one price list and drop it when it's done with it, by a plain
//! subtraction from the count of owners. Both could read 2 and write 1, and the list would never be freed. Or both
//! could subtract before either looks, find the count at 0, and free it twice.
//@ fixed-by: threads/arc-accepted-by-spawn

use std::rc::Rc;
use std::thread;

fn main() {
    let prices = Rc::new([3, 5, 9]);
    let shared = Rc::clone(&prices);

    let adder = thread::spawn(move || shared.iter().sum::<u32>()); //~ E0277: cannot be sent between threads safely

    println!("{} prices", prices.len());
    drop(prices);
    println!("{} in all", adder.join().unwrap());
}
