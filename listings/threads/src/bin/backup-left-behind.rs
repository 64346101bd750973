//! `main` returns without waiting for the backup
//@ outcome: server: stopped after 2000 orders
//@ outcome: server: stopped after 2000 orders | backup: written
//@ outcome: backup: written | server: stopped after 2000 orders
//@ schedules

use std::thread;

fn main() {
    let orders: Vec<String> = (1..=2000).map(|n| format!("order {n}")).collect();

    thread::spawn(|| println!("backup: written"));

    println!("server: stopped after {} orders", orders.len());
}
