//! The thread that drops the last `Arc` puts the lamp out, and it need not be the one that printed last
//@ returns: A B out by A
//@ returns: A B out by B
//@ returns: A B out by main
//@ returns: B A out by A
//@ returns: B A out by B
//@ returns: B A out by main

use std::sync::Arc;
use std::thread;

struct Lamp;
impl Drop for Lamp {
    fn drop(&mut self) {
        println!("out by {}", thread::current().name().unwrap());
    }
}

fn main() {
    let lamp = Arc::new(Lamp);
    let guest = |name: &'static str| {
        let lamp = Arc::clone(&lamp);
        thread::Builder::new().name(name.into()).spawn(move || {
            print!("{name} ");
            drop(lamp);
        })
    };
    let a = guest("A").unwrap();
    let b = guest("B").unwrap();
    drop(lamp);
    a.join().unwrap();
    b.join().unwrap();
}
