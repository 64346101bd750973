//! Four uploads put photos on a tray, and a worker takes them off by the batch
//!
//! Each photo counts itself when it's dropped, wherever that happens: at the worker's, or with the tray.

use std::marker::PhantomData;
use std::ptr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::thread;

struct Node<T> {
    value: T,
    below: *mut Node<T>,
}

// ANCHOR: tray
struct Tray<T> {
    top: AtomicPtr<Node<T>>,
    content: PhantomData<Mutex<T>>,
}
// ANCHOR_END: tray

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

// ANCHOR: drop
impl<T> Drop for Tray<T> {
    fn drop(&mut self) {
        self.take_all();
    }
}
// ANCHOR_END: drop

static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct Photo {
    number: usize,
}

impl Drop for Photo {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

// ANCHOR: main
fn main() {
    let tray = Tray::new();
    let mut sum = 0;
    thread::scope(|scope| {
        for first in [0, 1000, 2000, 3000] {
            let tray = &tray;
            scope.spawn(move || {
                for number in first..first + 1000 {
                    tray.push(Photo { number });
                }
            });
        }
        let mut seen = 0;
        while seen < 3000 {
            let batch = tray.take_all();
            seen += batch.len();
            sum += batch.iter().map(|photo| photo.number).sum::<usize>();
            thread::yield_now();
        }
    });
    sum += tray
        .take_all()
        .iter()
        .map(|photo| photo.number)
        .sum::<usize>();
    tray.push(Photo { number: 4000 });
    drop(tray);
    println!(
        "sum of the numbers: {sum}, expected: {}",
        (0..4000).sum::<usize>()
    );
    println!("photos dropped: {}", DROPPED.load(Ordering::Relaxed));
}
// ANCHOR_END: main
