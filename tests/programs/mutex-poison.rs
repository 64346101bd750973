//! Locking before the panic finds 0; locking after it finds 1, and the lock poisoned
//@ returns: 0 fine
//@ returns: 1 poisoned

use std::sync::Mutex;
use std::thread;

static M: Mutex<u32> = Mutex::new(0);

fn main() {
    let bad = thread::spawn(|| {
        let mut guard = M.lock().unwrap();
        *guard += 1;
        panic!("with the lock");
    });
    match M.lock() {
        Ok(guard) => println!("{} fine", *guard),
        Err(error) => println!("{} poisoned", **error.get_ref()),
    }
    let _ = bad.join();
}
