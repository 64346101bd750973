//! A variable beside a `Mutex` is not protected by it
//!
//! If this compiled, it would work as long as each line that touches `sales` happens to hold the lock of `drawer`. Nothing says
//! that these two belong together. A third thread that reads `sales` for a display, without a lock, would read a number
//! that is being written.
//@ fixed-by: sharing/requests-counted-inside-the-mutex

use std::sync::Mutex;
use std::thread;

fn main() {
    let mut sales = 0;
    let drawer = Mutex::new(0);

    let mut sell = |price| {
        let mut coins = drawer.lock().unwrap();
        *coins += price;
        sales += 1;
    };

    thread::scope(|scope| {
        scope.spawn(|| sell(2));
        scope.spawn(|| sell(5)); //~ E0499: cannot borrow `sell` as mutable more than once at a time
    });

    println!("{sales} sales, {} in the drawer", drawer.lock().unwrap());
}
