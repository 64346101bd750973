//! Two people switch off one lamp, with a switch for two

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

fn main() {
    let dark = AtomicBool::new(false);

    thread::scope(|scope| {
        scope.spawn(|| dark.store(true, Ordering::Relaxed));
        scope.spawn(|| dark.store(true, Ordering::Relaxed));
    });

    println!("dark: {dark:?}");
}
