//! What replaces a lock in a `static` is another lock, and a lock that is moved there stays what it was
//@ returns: true false true | 1 None 2 Some(2) 3 | Some("ida")

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, OnceLock};

static SLOT: Mutex<Option<Mutex<u32>>> = Mutex::new(None);
static CELL: Mutex<OnceLock<u32>> = Mutex::new(OnceLock::new());
static CONFIG: OnceLock<OnceLock<&str>> = OnceLock::new();

fn poison(mutex: &Mutex<u32>) {
    let panics = || {
        let _guard = mutex.lock().unwrap();
        panic!("poisons it");
    };
    assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
}

fn main() {
    let mutex = Mutex::new(1);
    poison(&mutex);
    *SLOT.lock().unwrap() = Some(mutex);
    let moved_in = SLOT.lock().unwrap().as_ref().unwrap().is_poisoned();
    *SLOT.lock().unwrap() = Some(Mutex::new(2));
    let replaced = SLOT.lock().unwrap().as_ref().unwrap().is_poisoned();
    poison(SLOT.lock().unwrap().as_ref().unwrap());
    let moved_out = SLOT.lock().unwrap().take().unwrap().is_poisoned();
    println!("{moved_in} {replaced} {moved_out}");

    let first = *CELL.lock().unwrap().get_or_init(|| 1);
    *CELL.lock().unwrap() = OnceLock::new();
    let empty = CELL.lock().unwrap().get().copied();
    let second = *CELL.lock().unwrap().get_or_init(|| 2);
    let taken = CELL.lock().unwrap().take();
    let third = *CELL.lock().unwrap().get_or_init(|| 3);
    println!("{first} {empty:?} {second} {taken:?} {third}");

    let name = OnceLock::new();
    name.set("ida").unwrap();
    CONFIG.set(name).unwrap();
    println!("{:?}", CONFIG.get().unwrap().get());
}
