//! Two threads can't both write to one tally
//!
//! If this compiled, both threads would read the tally, add to what they've read and write it back, with nothing to
//! keep them apart: a data race. What one adds between the other's read and write could be lost, and it needn't be the
//! same orders in every run.
//@ fixed-by: threads/two-threads-bring-back-their-counts

use std::thread;

fn count_paid(orders: &[&str]) -> usize {
    orders.iter().filter(|order| **order == "paid").count()
}

fn main() {
    let (north, south) = (["paid", "open", "paid"], ["open", "paid"]);
    let mut paid = 0;

    thread::scope(|scope| {
        scope.spawn(|| paid += count_paid(&north));
        scope.spawn(|| paid += count_paid(&south)); //~ E0499: cannot borrow `paid` as mutable more than once at a time
    });

    println!("paid: {paid}");
}
