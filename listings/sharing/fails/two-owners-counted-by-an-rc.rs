//! An `Rc` does not make a `Mutex` fit for two threads
//!
//! If this compiled, the boats would be safe under their lock, and the count of owners would not. While the closure ends and
//! lowers it, `main` makes `south` and raises it. Both could read 2; `main` writes 3, and then the thread writes 1. At the end,
//! `south` is dropped as the last owner, and frees the list that `boats` still points to.
//@ fixed-by: sharing/two-owners-counted-by-an-arc

use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

fn main() {
    let boats = Rc::new(Mutex::new(vec!["Gull"]));
    let shared = Rc::clone(&boats);

    let north = thread::spawn(move || shared.lock().unwrap().push("Tern")); //~ E0277: cannot be sent between threads safely
    let south = Rc::clone(&boats);
    south.lock().unwrap().push("Skua");

    north.join().unwrap();
    println!("{} boats", boats.lock().unwrap().len());
}
