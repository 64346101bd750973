//! A caption in an `Rc` is put on a tray, and another thread takes it off
//!
//! `AtomicPtr<Node<Rc<str>>>` is `Sync`, whatever it points to, and so is a struct that has nothing else in it. Then a borrowed tray carries an `Rc` to another thread, and the two count its owners at the same time.
//@ races
//@ schedules

// Undefined behaviour: two threads count the owners of one `Rc`.

use std::ptr;
use std::rc::Rc;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

struct Node<T> {
    value: T,
    below: *mut Node<T>,
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
            // Unsound: nobody has asked whether a `T` may be sent to this thread.
            let node = unsafe { Box::from_raw(top) };
            values.push(node.value);
            top = node.below;
        }
        values
    }
}

// ANCHOR: main
struct Tray<T> {
    top: AtomicPtr<Node<T>>,
}

fn main() {
    let tray = Tray::new();
    let caption: Rc<str> = Rc::from("beach");
    tray.push(Rc::clone(&caption));
    thread::scope(|scope| {
        scope.spawn(|| drop(tray.take_all()));
        drop(caption);
    });
    println!("captions left: {}", tray.take_all().len());
}
// ANCHOR_END: main
