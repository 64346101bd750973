//! The next one looks into the jars, and puts them right

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
    let _ = thread::scope(|scope| scope.spawn(|| move_one(&jars)).join());

    // ANCHOR: repair
    let mut found = jars.lock().unwrap_or_else(|error| error.into_inner());
    println!("found: {} beans of 10", found.left + found.right);
    found.left = 10 - found.right;
    jars.clear_poison();
    drop(found);

    let later = jars.lock().unwrap();
    println!("later: {} and {}", later.left, later.right);
    // ANCHOR_END: repair
}
