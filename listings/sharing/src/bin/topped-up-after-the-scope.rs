//! Once nobody else has access, no atomic step is needed

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() {
    let mut tank = AtomicU32::new(10);

    thread::scope(|scope| {
        scope.spawn(|| tank.fetch_add(3, Ordering::Relaxed));
    });
    *tank.get_mut() += 5;

    println!("{} litres", tank.into_inner());
}
