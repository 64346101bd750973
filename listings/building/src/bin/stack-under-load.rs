//! Four threads put photos on a stack and take some off, a hundred thousand times each
//!
//! Each photo counts itself when it's dropped, wherever that happens: at the thread that has taken it, or with the stack.

use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr;
use std::sync::Mutex;
use std::sync::atomic::{
    AtomicPtr, AtomicUsize,
    Ordering::{AcqRel, Acquire, Relaxed, Release},
};
use std::thread;

struct Node<T> {
    value: ManuallyDrop<T>,
    below: *mut Node<T>,
    below_in_bin: *mut Node<T>,
}

// ANCHOR: stack
struct Stack<T> {
    top: AtomicPtr<Node<T>>,
    bin: AtomicPtr<Node<T>>,
    inside: AtomicUsize,
    content: PhantomData<Mutex<T>>,
}
// ANCHOR_END: stack

impl<T> Stack<T> {
    const fn new() -> Self {
        Stack {
            top: AtomicPtr::new(ptr::null_mut()),
            bin: AtomicPtr::new(ptr::null_mut()),
            inside: AtomicUsize::new(0),
            content: PhantomData,
        }
    }

    fn push(&self, value: T) {
        let node = Box::into_raw(Box::new(Node {
            value: ManuallyDrop::new(value),
            below: ptr::null_mut(),
            below_in_bin: ptr::null_mut(),
        }));
        let mut below = self.top.load(Relaxed);
        loop {
            // SAFETY: it isn't on the stack yet, so it's ours alone.
            unsafe { (*node).below = below };
            match self.top.compare_exchange(below, node, Release, Relaxed) {
                Ok(_) => return,
                Err(now) => below = now,
            }
        }
    }

    fn throw_away(&self, node: *mut Node<T>) {
        let mut below = self.bin.load(Relaxed);
        loop {
            // SAFETY: only who took the node off uses this field, and it's not in the bin yet.
            unsafe { (*node).below_in_bin = below };
            match self.bin.compare_exchange(below, node, AcqRel, Relaxed) {
                Ok(_) => return,
                Err(now) => below = now,
            }
        }
    }

    // ANCHOR: take
    fn take_off(&self) -> Option<T> {
        let mut top = self.top.load(Acquire);
        while !top.is_null() {
            // SAFETY: we're counted, so nobody frees it. `push` wrote it before its Release.
            let below = unsafe { (*top).below };
            match self.top.compare_exchange(top, below, Acquire, Acquire) {
                Ok(_) => {
                    // SAFETY: our exchange took it off, so the value is ours to take.
                    let value = unsafe { ptr::read(&raw const (*top).value) };
                    self.throw_away(top);
                    return Some(ManuallyDrop::into_inner(value));
                }
                Err(now) => top = now,
            }
        }
        None
    }
    // ANCHOR_END: take

    fn pop(&self) -> Option<T> {
        self.inside.fetch_add(1, Acquire);
        let value = self.take_off();
        self.leave();
        value
    }

    fn leave(&self) {
        let mut node = self.bin.swap(ptr::null_mut(), AcqRel);
        let is_alone = self.inside.fetch_sub(1, AcqRel) == 1;
        while !node.is_null() {
            // SAFETY: from the bin, so it's off the stack, and since the swap it's ours.
            let next = unsafe { (*node).below_in_bin };
            if is_alone {
                // SAFETY: whoever was inside when it came off has left before the 1 was found:
                // their Release happens before our Acquire. Whoever comes in later acquires
                // our Release, and no longer finds it on the stack.
                drop(unsafe { Box::from_raw(node) });
            } else {
                self.throw_away(node);
            }
            node = next;
        }
    }
}

// ANCHOR: drop
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        // With `&mut self` nobody else is inside, so each `pop` empties the bin.
        while self.pop().is_some() {}
    }
}
// ANCHOR_END: drop

static DROPPED: AtomicUsize = AtomicUsize::new(0);

struct Photo {
    number: usize,
}

impl Drop for Photo {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Relaxed);
    }
}

// ANCHOR: main
fn main() {
    let stack = Stack::new();
    // ANCHOR: sums
    let sums = thread::scope(|scope| {
        [0, 100_000, 200_000, 300_000]
            .map(|first| {
                let stack = &stack;
                scope.spawn(move || {
                    (first..first + 100_000)
                        .map(|number| {
                            stack.push(Photo { number });
                            stack.pop().unwrap().number
                        })
                        .sum::<usize>()
                })
            })
            .map(|worker| worker.join().unwrap())
    });
    // ANCHOR_END: sums
    println!(
        "sum of the numbers: {}, expected: {}",
        sums.iter().sum::<usize>(),
        (0..400_000).sum::<usize>()
    );
    stack.push(Photo { number: 400_000 });
    drop(stack);
    println!("photos dropped: {}", DROPPED.load(Relaxed));
}
// ANCHOR_END: main
