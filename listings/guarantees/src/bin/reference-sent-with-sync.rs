//! With `T: Sync`, a `&T` may go to another thread

use std::fmt::Debug;
use std::thread;

fn show_elsewhere<T: Debug + Sync>(value: &T) {
    thread::scope(|scope| {
        scope.spawn(move || println!("shown: {value:?}"));
    });
}

fn main() {
    let latencies = vec![12, 30, 7];
    show_elsewhere(&latencies);

    println!("kept: {} latencies", latencies.len());
}
