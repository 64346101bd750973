//! A helper that says nothing of loans
//!
//! If this compiled, this call would come to no harm, as its closure doesn't borrow anything. But a function could lend
//! its local list of sizes to `in_background`, drop the handle and return. The list is freed with the function's other
//! variables, and the thread goes on adding up numbers in freed memory.
//@ fixed-by: guarantees/helper-asks-what-spawn-asks

use std::thread::{self, JoinHandle};

fn in_background<F, T>(job: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send,
    T: Send,
{
    thread::spawn(job)
    //~^ E0310: the parameter type `F` may not live long enough
    //~^ E0310: the parameter type `T` may not live long enough
}

fn main() {
    let size = in_background(|| [12, 30].iter().sum::<u32>());

    println!("total: {} MB", size.join().unwrap());
}
