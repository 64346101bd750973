//! A tray goes with a photo on it
//@ leaks
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Node<T> {
    value: T,
    below: *mut Node<T>,
}

struct Tray<T> {
    top: AtomicPtr<Node<T>>,
}

impl<T> Tray<T> {
    const fn new() -> Self {
        Tray {
            top: AtomicPtr::new(ptr::null_mut()),
        }
    }

    fn push(&self, value: T) {
        let node = Box::into_raw(Box::new(Node {
            value,
            below: ptr::null_mut(),
        }));
        let mut below = self.top.load(Ordering::Relaxed);
        loop {
            // SAFETY: it isn't on the tray yet, so it's ours alone.
            unsafe { (*node).below = below };
            match self
                .top
                .compare_exchange(below, node, Ordering::Release, Ordering::Relaxed)
            {
                Ok(_) => return,
                Err(now) => below = now,
            }
        }
    }

    fn take_all(&self) -> Vec<T> {
        let mut values = Vec::new();
        let mut top = self.top.swap(ptr::null_mut(), Ordering::Acquire);
        while !top.is_null() {
            // SAFETY: from `Box::into_raw`, and off the tray, so it's ours alone. The
            // Release in `push` happens before the Acquire that has taken it off.
            let node = unsafe { Box::from_raw(top) };
            values.push(node.value);
            top = node.below;
        }
        values
    }
}

// ANCHOR: main
fn main() {
    let tray = Tray::new();
    thread::scope(|scope| {
        scope.spawn(|| tray.push(String::from("beach.jpg")));
        tray.push(String::from("dunes.jpg"));
    });
    println!("photos taken: {}", tray.take_all().len());
    tray.push(String::from("late.jpg"));
}
// ANCHOR_END: main
