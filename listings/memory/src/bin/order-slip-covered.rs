//! A waiter hangs up two order slips on one hook, and the second may cover the first
//!
//! `swap` gives the waiter the pointer that hung there, and nobody keeps it. If the cook hasn't taken the first slip in between, nothing leads to it any more, and it's never freed. That is no undefined behaviour: memory is lost, and an order.
//@ outcome: 1 of 2 orders cooked
//@ outcome: 2 of 2 orders cooked
//@ leaks
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::{hint, thread};

struct Slip {
    dishes: u32,
}

static HOOK: AtomicPtr<Slip> = AtomicPtr::new(ptr::null_mut());

// ANCHOR: hook
fn hang_up(slip: Slip) {
    HOOK.swap(Box::into_raw(Box::new(slip)), Ordering::AcqRel);
}

fn take() -> u32 {
    let slip = HOOK.swap(ptr::null_mut(), Ordering::AcqRel);
    if slip.is_null() {
        return 0;
    }
    // SAFETY: from `Box::into_raw`, and no longer on the hook.
    unsafe { Box::from_raw(slip) }.dishes
}
// ANCHOR_END: hook

fn cook() -> u32 {
    while HOOK.load(Ordering::Relaxed).is_null() {
        hint::spin_loop();
    }
    take()
}

fn main() {
    let cook = thread::spawn(cook);
    let waiter = thread::spawn(|| {
        hang_up(Slip { dishes: 1 });
        hang_up(Slip { dishes: 1 });
    });
    waiter.join().unwrap();
    let cooked = cook.join().unwrap() + take();
    println!("{cooked} of 2 orders cooked");
}
