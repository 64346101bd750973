//! A scope does not end before the results of its threads are dropped
//@ returns: x gone y after \
//@ returns: x y gone after \

use std::thread;

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        print!("gone ");
    }
}

fn main() {
    thread::scope(|s| {
        let handle = s.spawn(|| Loud);
        print!("x ");
        drop(handle);
        print!("y ");
    });
    print!("after ");
}
