//! Each thread adds what it has sold when it ends
//@ schedules
//@ outcome: 5 seats sold
//@ outcome: 3 seats sold
//@ outcome: 2 seats sold
//@ outcome: 0 seats sold

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

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| sell(2));
        scope.spawn(|| sell(3));
    });
    println!("{} seats sold", SOLD.load(SeqCst));
}
