//! Two requests and one configuration
//@ schedules

use std::sync::Once;
use std::thread;

static CONFIG: Once = Once::new();

fn handle_request() {
    CONFIG.call_once(|| println!("the configuration is loaded"));
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(handle_request);
        scope.spawn(handle_request);
    });
    println!("both have it: {}", CONFIG.is_completed());
}
