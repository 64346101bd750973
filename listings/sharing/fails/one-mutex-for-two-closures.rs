//! A `Mutex` that has been given to one thread is gone
//!
//! If this compiled, two closures and `main` would own one `Mutex`. The first of them to end would drop it, with the list of boats
//! inside, and the others would lock and write in memory that has been freed.
//@ fixed-by: sharing/one-mutex-with-three-owners

use std::sync::Mutex;
use std::thread;

fn main() {
    let boats = Mutex::new(vec!["Gull"]);

    let north = thread::spawn(move || boats.lock().unwrap().push("Tern"));
    let south = thread::spawn(move || boats.lock().unwrap().push("Skua")); //~ E0382: use of moved value: `boats`

    north.join().unwrap();
    south.join().unwrap();
    println!("{} boats", boats.lock().unwrap().len()); //~ E0382: borrow of moved value: `boats`
}
