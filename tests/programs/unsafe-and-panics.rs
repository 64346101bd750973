//! Threads of a program with `unsafe` may panic
//@ panics `index out of bounds: the len is 1 but the index is 1`: true

use std::cell::UnsafeCell;
use std::thread;
struct S<T>(UnsafeCell<T>);
unsafe impl<T> Sync for S<T> {}
static P: S<Option<u32>> = S(UnsafeCell::new(None));
fn main() {
    let t = thread::spawn(|| unsafe { (*P.0.get()).unwrap() });
    println!("{}", t.join().is_err());
    let v = vec![1];
    println!("{}", v[v.len()]);
}
