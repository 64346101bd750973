//! `join` waits and brings back what the closure returned

use std::thread;

fn bill(orders: &[(&str, u32)]) -> u32 {
    orders.iter().map(|(_dish, price)| price).sum()
}

fn main() {
    let orders = vec![("tea", 3), ("cake", 5), ("soup", 9)];

    let clerk = thread::spawn(move || bill(&orders));

    let total = clerk.join().unwrap();
    println!("to pay: {total}");
}
