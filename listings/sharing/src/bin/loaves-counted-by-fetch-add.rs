//! Two ovens count their loaves with `fetch_add`

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LOAVES: AtomicU32 = AtomicU32::new(0);

fn bake() {
    for _ in 0..500 {
        LOAVES.fetch_add(1, Ordering::Relaxed);
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(bake);
        scope.spawn(bake);
    });
    println!("{} loaves", LOAVES.load(Ordering::Relaxed));
}
