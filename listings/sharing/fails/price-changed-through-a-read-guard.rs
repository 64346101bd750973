//! A read guard gives nothing to write to
//!
//! If this compiled, the price could change while other threads read it through read guards of their own: a data race. And a
//! customer could read the old price at the shelf and the new one at the till, with one guard in hand all the time.
//@ fixed-by: sharing/price-changed-through-a-write-guard

use std::sync::RwLock;

fn main() {
    let price = RwLock::new(4);

    let tag = price.read().unwrap();
    *tag += 1; //~ E0594: cannot assign to data in dereference of
    drop(tag);

    println!("the price is {}", price.read().unwrap());
}
