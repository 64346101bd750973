//! One cellar cannot be lent exclusively twice
//!
//! If this compiled, a bottle would be taken out of the cellar and put back, and no harm be done by this `carry`. But
//! it would have two exclusive references to one cellar. It is free to borrow a bottle from `from` and to let `to` grow
//! meanwhile. Then the list would move, and the borrowed bottle lie in memory that has been freed.
//@ fixed-by: sharing/bottle-carried-to-another-cellar

use std::sync::Mutex;

type Cellar = Mutex<Vec<&'static str>>;

fn carry(from: &mut Cellar, to: &mut Cellar) {
    let bottle = from.get_mut().unwrap().pop();
    to.get_mut().unwrap().extend(bottle);
}

fn main() {
    let mut cellar = Mutex::new(vec!["cider", "perry"]);

    carry(&mut cellar, &mut cellar); //~ E0499: cannot borrow `cellar` as mutable more than once at a time
    println!("{:?} in the cellar", cellar.lock().unwrap());
}
