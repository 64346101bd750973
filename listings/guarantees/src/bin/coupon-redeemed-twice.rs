//! One coupon, and two customers
//@ outcome: 1 redeemed, 0 left
//@ outcome: 2 redeemed, -1 left
//@ schedules

use std::sync::{Barrier, Mutex};
use std::thread;

static COUPONS: Mutex<i32> = Mutex::new(1);
static SALE: Barrier = Barrier::new(2);

fn redeem() -> bool {
    SALE.wait();
    let there_is_one = *COUPONS.lock().unwrap() > 0;
    if there_is_one {
        *COUPONS.lock().unwrap() -= 1;
    }
    there_is_one
}

fn main() {
    let customers = [redeem; 2].map(thread::spawn);
    let redeemed = customers.map(|customer| customer.join().unwrap());

    let count = redeemed.iter().filter(|got| **got).count();
    println!("{count} redeemed, {} left", COUPONS.lock().unwrap());
}
