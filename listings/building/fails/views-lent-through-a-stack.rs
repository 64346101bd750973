//! Two threads each take a reference to one counter off a stack
//!
//! If this compiled, both threads would read and write the number in the one `Cell` at the same time, each through a reference that it has to itself.
//@ fixed-by: building/views-lent-as-an-atomic

use std::cell::Cell;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ptr;
use std::sync::Mutex;
use std::sync::atomic::{
    AtomicPtr,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

// ANCHOR: node
struct Node<T> {
    value: ManuallyDrop<T>,
    below: *mut Node<T>,
    below_in_bin: *mut Node<T>,
}
// ANCHOR_END: node

struct Stack<T> {
    top: AtomicPtr<Node<T>>,
    bin: AtomicPtr<Node<T>>,
    content: PhantomData<Mutex<T>>,
}

impl<T> Stack<T> {
    const fn new() -> Self {
        Stack {
            top: AtomicPtr::new(ptr::null_mut()),
            bin: AtomicPtr::new(ptr::null_mut()),
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
            match self.bin.compare_exchange(below, node, Release, Relaxed) {
                Ok(_) => return,
                Err(now) => below = now,
            }
        }
    }

    // ANCHOR: pop
    fn pop(&self) -> Option<T> {
        let mut top = self.top.load(Acquire);
        while !top.is_null() {
            // SAFETY: nodes are freed with the stack. `push` wrote it before its Release.
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
    // ANCHOR_END: pop
}

// ANCHOR: drop
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
        let mut node = *self.bin.get_mut();
        while !node.is_null() {
            // SAFETY: from `Box::into_raw`, in the bin once, and nobody else is here.
            node = unsafe { Box::from_raw(node) }.below_in_bin;
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: main
fn main() {
    let views = Cell::new(0);
    let shown = Stack::new();
    shown.push(&views);
    shown.push(&views);
    let count = || {
        let views: &Cell<u32> = shown.pop().unwrap();
        views.set(views.get() + 1);
    };
    thread::scope(|scope| {
        scope.spawn(count); //~ E0277: `Cell<u32>` cannot be shared between threads safely
        count();
    });
    println!("{} views", views.get());
}
// ANCHOR_END: main
