//! `main` returns without waiting for the backup
//@ outcome: shop: closed after 2000 orders
//@ outcome: shop: closed after 2000 orders | backup: written
//@ outcome: backup: written | shop: closed after 2000 orders
//@ schedules

use std::thread;

fn main() {
    let orders: Vec<String> = (1..=2000).map(|n| format!("order {n}")).collect();

    thread::spawn(|| println!("backup: written"));

    println!("shop: closed after {} orders", orders.len());
}
