//! Looking and taking are one step
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

static COUPONS: AtomicI32 = AtomicI32::new(1);
static SALE: Barrier = Barrier::new(2);

fn redeem() -> bool {
    SALE.wait();
    let one_less = |coupons| (coupons > 0).then(|| coupons - 1);
    let taken = COUPONS.try_update(Ordering::Relaxed, Ordering::Relaxed, one_less);
    taken.is_ok()
}

fn main() {
    let customers = [redeem; 2].map(thread::spawn);
    let redeemed = customers.map(|customer| customer.join().unwrap());

    let count = redeemed.iter().filter(|got| **got).count();
    println!("{count} redeemed, {COUPONS:?} left");
}
