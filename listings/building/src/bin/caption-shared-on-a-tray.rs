//! A caption in an `Arc` is put on a tray that counts as a `Mutex`
//@ schedules

use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

struct Node<T> {
    value: T,
    below: *mut Node<T>,
}

impl<T> Tray<T> {
    const fn new() -> Self {
        Tray {
            top: AtomicPtr::new(ptr::null_mut()),
            content: PhantomData,
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

struct Tray<T> {
    top: AtomicPtr<Node<T>>,
    content: PhantomData<Mutex<T>>,
}

fn main() {
    let tray = Tray::new();
    // ANCHOR: caption
    let caption: Arc<str> = Arc::from("beach");
    tray.push(Arc::clone(&caption));
    // ANCHOR_END: caption
    thread::scope(|scope| {
        scope.spawn(|| drop(tray.take_all()));
        drop(caption);
    });
    println!("captions left: {}", tray.take_all().len());
}
