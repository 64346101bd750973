//! Two customers pay for seats at the same time
//@ hangs

use std::sync::{Mutex, MutexGuard};

// ANCHOR: sale
static SEATS: Mutex<u32> = Mutex::new(80);

struct Sale<'a> {
    seats: MutexGuard<'a, u32>,
}

async fn buy(name: &str) {
    let mut sale = Sale {
        seats: SEATS.lock().unwrap(),
    };
    println!("{name}: pays");
    tokio::task::yield_now().await;
    *sale.seats -= 1;
    println!("{name}: has a seat");
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    tokio::join!(buy("Ada"), buy("Ben"));
    println!("left: {}", SEATS.lock().unwrap());
}
// ANCHOR_END: sale
