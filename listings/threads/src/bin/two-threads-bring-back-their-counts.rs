//! Each thread brings back its own count, and one thread adds them

use std::thread;

fn count_paid(orders: &[&str]) -> usize {
    orders.iter().filter(|order| **order == "paid").count()
}

fn main() {
    let (north, south) = (["paid", "open", "paid"], ["open", "paid"]);
    let mut paid = 0;

    // ANCHOR: scope
    thread::scope(|scope| {
        let north = scope.spawn(|| count_paid(&north));
        let south = scope.spawn(|| count_paid(&south));
        paid += north.join().unwrap() + south.join().unwrap();
    });
    // ANCHOR_END: scope

    println!("paid: {paid}");
}
