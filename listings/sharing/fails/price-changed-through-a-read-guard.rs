//! A read guard gives nothing to write to
//!
//! If this compiled, the price would be 5, and nobody hurt: there is one guard here, and one thread. But a read guard
//! may have others beside it, and the price could change while their threads read it: a data race. And a customer could
//! read the old price at the shelf and the new one at the till, with one guard in hand all the time.
//@ fixed-by: sharing/price-changed-through-a-write-guard

use std::sync::RwLock;

fn main() {
    let price = RwLock::new(4);

    let tag = price.read().unwrap();
    *tag += 1; //~ E0594: cannot assign to data in dereference of
    drop(tag);

    println!("the price is {}", price.read().unwrap());
}
