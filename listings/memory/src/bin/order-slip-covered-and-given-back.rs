//! A waiter hangs up two order slips on one hook, and gets back what they cover
//!
//! What `swap` takes off the hook becomes a `Box` again, and whoever calls `hang_up` has it. The order may still have to wait, but the slip has an owner, and its memory is freed with it.
//@ outcome: 1 cooked, 1 given back
//@ outcome: 2 cooked, 0 given back
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::{hint, thread};

struct Slip {
    dishes: u32,
}

static HOOK: AtomicPtr<Slip> = AtomicPtr::new(ptr::null_mut());

// ANCHOR: swap
fn swap(slip: *mut Slip) -> Option<Box<Slip>> {
    let old = HOOK.swap(slip, Ordering::AcqRel);
    // SAFETY: null, or from `Box::into_raw` and no longer on the hook.
    (!old.is_null()).then(|| unsafe { Box::from_raw(old) })
}
// ANCHOR_END: swap

fn hang_up(slip: Slip) -> Option<Box<Slip>> {
    swap(Box::into_raw(Box::new(slip)))
}

fn take() -> u32 {
    swap(ptr::null_mut()).map_or(0, |slip| slip.dishes)
}

fn cook() -> u32 {
    while HOOK.load(Ordering::Relaxed).is_null() {
        hint::spin_loop();
    }
    take()
}

fn main() {
    let cook = thread::spawn(cook);
    let waiter = thread::spawn(|| {
        let first = hang_up(Slip { dishes: 1 });
        let second = hang_up(Slip { dishes: 1 });
        first.into_iter().chain(second).count()
    });
    let given_back = waiter.join().unwrap();
    let cooked = cook.join().unwrap() + take();
    println!("{cooked} cooked, {given_back} given back");
}
