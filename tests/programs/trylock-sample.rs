//! Three threads that `try_lock` and `yield_now` until they are in; by a sample
//@ sample 1000
//@ returns: 3

use std::sync::Mutex;
use std::thread;

static M: Mutex<u32> = Mutex::new(0);

fn main() {
    thread::scope(|s| {
        for _ in 0..3 {
            s.spawn(|| {
                loop {
                    if let Ok(mut n) = M.try_lock() {
                        *n += 1;
                        break;
                    }
                    thread::yield_now();
                }
            });
        }
    });
    println!("{}", M.lock().unwrap());
}
