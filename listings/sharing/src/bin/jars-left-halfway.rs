//! A thread panics in the middle of a move
//@ schedules

use std::sync::Mutex;
use std::thread;

struct Jars {
    left: u32,
    right: u32,
}

fn move_one(jars: &Mutex<Jars>) {
    let mut jars = jars.lock().unwrap();
    jars.left -= 1;
    assert!(jars.right < 3, "the right jar is full"); //~ panic: the right jar is full
    jars.right += 1;
}

fn main() {
    let jars = Mutex::new(Jars { left: 7, right: 3 });

    let moved = thread::scope(|scope| scope.spawn(|| move_one(&jars)).join());
    println!("moved: {}", moved.is_ok());

    for _ in 0..2 {
        match jars.lock() {
            Ok(jars) => println!("{} and {}", jars.left, jars.right),
            Err(error) => println!("{error}"),
        }
    }
}
