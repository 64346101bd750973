//! Two doors count their visitors in an atomic number
//!
//! `fetch_add` is one step and no plain access, so there is no data race, and no visitor is lost. `Relaxed` is enough: nothing else hangs on the number, and `main` reads it when the scope has ended.
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static VISITORS: AtomicU32 = AtomicU32::new(0);

fn let_in() {
    // ANCHOR: door
    VISITORS.fetch_add(1, Ordering::Relaxed);
    // ANCHOR_END: door
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(let_in);
        let_in();
    });
    println!("{} visitors", VISITORS.load(Ordering::Relaxed));
}
