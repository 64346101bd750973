//! Without `T: Sync`, a `&T` stays where it is
//!
//! If this compiled, the latencies would be shown and no harm done. But `show_elsewhere` would accept a `&RefCell` as
//! readily as a `&Vec`. One more line in the scope could show the value here as well. Both threads would mark the cell
//! as borrowed, by adding to one plain number, perhaps at the same moment; one addition could be lost, and the cell
//! would take itself for free, or for borrowed, when it isn't.
//@ fixed-by: guarantees/reference-sent-with-sync

use std::fmt::Debug;
use std::thread;

fn show_elsewhere<T: Debug>(value: &T) {
    thread::scope(|scope| {
        scope.spawn(move || println!("shown: {value:?}")); //~ E0277: `T` cannot be shared between threads safely
    });
}

fn main() {
    let latencies = vec![12, 30, 7];
    show_elsewhere(&latencies);

    println!("kept: {} latencies", latencies.len());
}
