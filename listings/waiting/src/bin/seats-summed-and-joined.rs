//! Each thread adds what it has sold, and is joined
//@ schedules

use std::cell::Cell;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static SOLD: AtomicU32 = AtomicU32::new(0);

struct Mine(Cell<u32>);

impl Drop for Mine {
    fn drop(&mut self) {
        SOLD.fetch_add(self.0.get(), SeqCst);
    }
}

thread_local! {
    static MINE: Mine = const { Mine(Cell::new(0)) };
}

fn sell(seats: u32) {
    MINE.with(|mine| mine.0.set(mine.0.get() + seats));
}

// ANCHOR: main
fn main() {
    thread::scope(|scope| {
        let desks = [scope.spawn(|| sell(2)), scope.spawn(|| sell(3))];
        for desk in desks {
            desk.join().unwrap();
        }
    });
    println!("{} seats sold", SOLD.load(SeqCst));
}
// ANCHOR_END: main
