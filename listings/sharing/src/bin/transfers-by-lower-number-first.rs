//! Transfers in both directions, and from an account to itself
//@ schedules

use std::sync::Mutex;
use std::thread;

static ACCOUNTS: [Mutex<u32>; 2] = [const { Mutex::new(100) }; 2];

// ANCHOR: transfer
fn transfer(from: usize, to: usize, coins: u32) {
    if from == to {
        return;
    }
    let lower = ACCOUNTS[from.min(to)].lock().unwrap();
    let higher = ACCOUNTS[from.max(to)].lock().unwrap();
    let (mut giver, mut taker) = if from < to {
        (lower, higher)
    } else {
        (higher, lower)
    };
    *giver -= coins;
    *taker += coins;
}
// ANCHOR_END: transfer

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| transfer(0, 1, 30));
        scope.spawn(|| transfer(1, 0, 10));
    });
    transfer(0, 0, 50);
    println!("{:?}", ACCOUNTS.each_ref().map(|it| *it.lock().unwrap()));
}
