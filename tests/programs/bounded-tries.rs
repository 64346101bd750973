//! Five tries at a door, with `yield_now` in between, and then it gives up
//@ returns: in got it
//@ returns: got it in
//@ returns: in gave up
//@ returns: gave up in

use std::sync::Mutex;
use std::thread;

static DOOR: Mutex<u32> = Mutex::new(0);

fn main() {
    let other = thread::spawn(|| {
        let _door = DOOR.lock().unwrap();
        print!("in ");
    });
    let mut tries = 0;
    let word = loop {
        if DOOR.try_lock().is_ok() {
            break "got it";
        }
        tries += 1;
        if tries == 5 {
            break "gave up";
        }
        thread::yield_now();
    };
    print!("{word} ");
    other.join().unwrap();
    println!();
}
