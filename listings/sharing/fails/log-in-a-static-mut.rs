//! A list in a `static mut`
//!
//! If this compiled, both tills could call `push` at the same time. Two pushes can write to one place, so that a receipt is lost;
//! or one moves the list to a larger block while the other still writes into the old one, which has been freed. The word
//! `unsafe` claims that this cannot happen, and nothing in the program makes that true.
//@ fixed-by: sharing/log-in-a-static-mutex

use std::thread;

static mut RECEIPTS: Vec<u32> = Vec::new();

fn sell(price: u32) {
    unsafe { RECEIPTS.push(price) } //~ static_mut_refs: creating a mutable reference to mutable static
}

fn main() {
    let tills = [2, 5].map(|price| thread::spawn(move || sell(price)));

    for till in tills {
        till.join().unwrap();
    }
    println!("{} receipts", unsafe { RECEIPTS.len() }); //~ static_mut_refs: creating a shared reference to mutable static
}
