//! A float is formatted in memory of its own, and read where it stands
//@ undefined `data race, 10 and 11`:

use std::cell::UnsafeCell;
use std::thread;
struct S<T>(UnsafeCell<T>);
unsafe impl<T> Sync for S<T> {}
static P: S<f64> = S(UnsafeCell::new(1.5));
fn main() {
    let t = thread::spawn(|| unsafe { *P.0.get() = 2.5 });
    println!("{:8.2}", unsafe { &*P.0.get() });
    t.join().unwrap();
}
