//! Two customers pay for seats at the same time, and the lock is taken when they've paid

use std::sync::{Mutex, MutexGuard};

static SEATS: Mutex<u32> = Mutex::new(80);

struct Sale<'a> {
    seats: MutexGuard<'a, u32>,
}

// ANCHOR: buy
async fn buy(name: &str) {
    println!("{name}: pays");
    tokio::task::yield_now().await;
    let mut sale = Sale {
        seats: SEATS.lock().unwrap(),
    };
    *sale.seats -= 1;
    println!("{name}: has a seat");
}
// ANCHOR_END: buy

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::join!(buy("Ada"), buy("Ben"));
    println!("left: {}", SEATS.lock().unwrap());
}
