//! A thread has finished before the destructors of its thread-locals run, and `join` waits for them
//@ returns: finished | dropped | joined
//@ returns: dropped | finished | joined

use std::thread;

struct Loud;

impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
    }
}

thread_local! {
    static LOUD: Loud = const { Loud };
}

fn main() {
    let thread = thread::spawn(|| LOUD.with(|_| ()));
    while !thread.is_finished() {
        thread::yield_now();
    }
    println!("finished");
    thread.join().unwrap();
    println!("joined");
}
