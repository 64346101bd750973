//! Two requests, and a page that counts its visitors
//@ outcome: 1 visitor counted
//@ outcome: 2 visitors counted
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static VISITORS: AtomicU32 = AtomicU32::new(0);
static START: Barrier = Barrier::new(2);

fn render(visitor: u32) -> String {
    (0..300).map(|_| visitor.to_string()).collect()
}

fn serve() {
    START.wait();
    let seen = VISITORS.load(Ordering::Relaxed);
    render(seen + 1);
    VISITORS.store(seen + 1, Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(serve);
        scope.spawn(serve);
    });

    match VISITORS.load(Ordering::Relaxed) {
        1 => println!("1 visitor counted"),
        visitors => println!("{visitors} visitors counted"),
    }
}
