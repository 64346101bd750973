//! The cook writes a menu and hangs out a pointer to it
//!
//! `cook` writes `soup` into a new box and stores the box's address, `Relaxed`. Whoever loads the address knows where the menu is, and not that it has been written: the writing in `Box::new(…)` and the reading of `soup` are unordered, which is a data race. `main` could print whatever was in that memory before it became a menu.
//@ races
//@ schedules

// Undefined behaviour: the menu is read unordered with its writing.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Menu {
    soup: u32,
}

static MENU: AtomicPtr<Menu> = AtomicPtr::new(ptr::null_mut());

fn cook() {
    let menu = Box::new(Menu { soup: 4 });
    MENU.store(Box::into_raw(menu), Ordering::Relaxed);
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(cook);
        let menu = MENU.load(Ordering::Relaxed);
        if menu.is_null() {
            println!("no menu yet");
        } else {
            // Unsound: nothing says that the menu has been written.
            println!("soup is {}", unsafe { (*menu).soup });
        }
    });
    // SAFETY: made by `Box::into_raw`; all other threads have been joined.
    drop(unsafe { Box::from_raw(MENU.load(Ordering::Relaxed)) });
}
