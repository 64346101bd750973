//! Two transfers lock the accounts in opposite orders; the locks are made by `map(Mutex::new)`
//@ returns: done
//@ hangs:

use std::sync::Mutex;
use std::thread;

fn main() {
    let accounts: Vec<Mutex<u32>> = [100, 100].into_iter().map(Mutex::new).collect();
    thread::scope(|s| {
        for (from, to) in [(1, 0), (0, 1)] {
            let accounts = &accounts;
            s.spawn(move || {
                let mut source = accounts[from].lock().unwrap();
                let mut target = accounts[to].lock().unwrap();
                *source -= 10;
                *target += 10;
            });
        }
    });
    println!("done");
}
