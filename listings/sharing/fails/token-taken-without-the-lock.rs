//! A token is taken without asking the lock
//!
//! If this compiled, one request could take a token while the other, lock in hand, has read the number and hasn't
//! written it yet. They'd both take the same token: the number goes down by one, and two requests are let in. A single
//! line that forgets the lock spoils all the lines that remember it.
//@ fixed-by: sharing/token-taken-under-the-lock

use std::sync::Mutex;
use std::thread;

struct Limiter {
    tokens: u32,
}

fn main() {
    let limiter = Mutex::new(Limiter { tokens: 10 });

    thread::scope(|scope| {
        scope.spawn(|| limiter.lock().unwrap().tokens -= 1);
        scope.spawn(|| limiter.tokens -= 1); //~ E0609: no field `tokens` on type `std::sync::Mutex<Limiter>`
    });

    println!("{} tokens left", limiter.lock().unwrap().tokens);
}
