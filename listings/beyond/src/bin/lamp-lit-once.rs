//! Two keepers and one lamp
//@ schedules

use std::sync::Once;
use std::thread;

static LAMP: Once = Once::new();

fn keep_watch() {
    LAMP.call_once(|| println!("the lamp is lit"));
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(keep_watch);
        scope.spawn(keep_watch);
    });
    println!("it shines for both: {}", LAMP.is_completed());
}
