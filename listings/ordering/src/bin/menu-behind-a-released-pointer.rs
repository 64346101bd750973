//! The cook writes a menu and hangs out a pointer to it, with `Release`
//!
//! The pointer is released by `cook` and acquired by `main`. So the writing of `soup` happens before the reading. A null pointer has no menu behind it, and `main` doesn't look there.
//@ outcome: no menu yet
//@ outcome: soup is 4
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Menu {
    soup: u32,
}

static MENU: AtomicPtr<Menu> = AtomicPtr::new(ptr::null_mut());

fn cook() {
    let menu = Box::new(Menu { soup: 4 });
    MENU.store(Box::into_raw(menu), Ordering::Release);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(cook);
        let menu = MENU.load(Ordering::Acquire);
        if menu.is_null() {
            println!("no menu yet");
        } else {
            // SAFETY: not null, and written before the pointer's `Release`.
            println!("soup is {}", unsafe { (*menu).soup });
        }
    });
    // SAFETY: made by `Box::into_raw`; all other threads have been joined.
    drop(unsafe { Box::from_raw(MENU.load(Ordering::Relaxed)) });
}
