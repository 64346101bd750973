//! The first turn of the loop gives the configuration away, and the second has none
//!
//! If this compiled, two threads would own one string. They'd both free it, the slower one for the second time, and
//! that one might still be reading when the quicker one frees it.
//@ fixed-by: threads/a-config-for-each-thread

use std::thread;

fn main() {
    let config = String::from("width=800, quality=80");

    let mut workers = Vec::new();
    for number in [1, 2] {
        let work = move || println!("worker {number}: {config}"); //~ E0382: use of moved value: `config`
        workers.push(thread::spawn(work));
    }

    for worker in workers {
        worker.join().unwrap();
    }
}
