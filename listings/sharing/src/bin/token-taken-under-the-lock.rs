//! Both requests lock before they take a token

use std::sync::Mutex;
use std::thread;

struct Limiter {
    tokens: u32,
}

fn main() {
    let limiter = Mutex::new(Limiter { tokens: 10 });

    // ANCHOR: scope
    thread::scope(|scope| {
        scope.spawn(|| limiter.lock().unwrap().tokens -= 1);
        scope.spawn(|| limiter.lock().unwrap().tokens -= 1);
    });
    // ANCHOR_END: scope

    println!("{} tokens left", limiter.lock().unwrap().tokens);
}
