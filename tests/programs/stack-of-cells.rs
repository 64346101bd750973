//! A stack of linked places by `compare_exchange`, whose links are plain memory and numbers
//@ returns: ann
//@ returns: bob

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

struct Place {
    name: &'static str,
    below: UnsafeCell<usize>,
}
unsafe impl Sync for Place {}

const fn place(name: &'static str) -> Place {
    Place { name, below: UnsafeCell::new(0) }
}

static PLACES: [Place; 3] = [place("nobody"), place("ann"), place("bob")];
static TOP: AtomicUsize = AtomicUsize::new(0);

fn push(place: usize) {
    let mut top = TOP.load(Ordering::Relaxed);
    loop {
        unsafe { *PLACES[place].below.get() = top };
        match TOP.compare_exchange(top, place, Ordering::Release, Ordering::Relaxed) {
            Ok(_) => return,
            Err(other) => top = other,
        }
    }
}

fn pop() -> &'static str {
    let mut top = TOP.load(Ordering::Acquire);
    loop {
        let below = unsafe { *PLACES[top].below.get() };
        match TOP.compare_exchange(top, below, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => return PLACES[top].name,
            Err(other) => top = other,
        }
    }
}

fn main() {
    let ann = thread::spawn(|| push(1));
    push(2);
    println!("{}", pop());
    ann.join().unwrap();
}
