//! Two captions are taken off the stack, and a third goes with it
//!
//! `ptr::read` copies the value and leaves the node as it was. When the node is freed, its destructor drops what it still has, and that has been dropped by whoever took it.
//@ races
//@ schedules

// Undefined behaviour: a text is freed by who has taken it, and again with its node.

use std::marker::PhantomData;
use std::ptr;
use std::sync::Mutex;
use std::sync::atomic::{
    AtomicPtr,
    Ordering::{Acquire, Relaxed, Release},
};
use std::thread;

// ANCHOR: node
struct Node<T> {
    value: T,
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
            value,
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
                    return Some(value);
                }
                Err(now) => top = now,
            }
        }
        None
    }
}

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
// ANCHOR_END: pop

// ANCHOR: main
fn main() {
    let captions = Stack::new();
    for name in ["beach", "tower", "harbour"] {
        captions.push(name.to_string());
    }
    thread::scope(|scope| {
        scope.spawn(|| drop(captions.pop()));
        drop(captions.pop());
    });
    drop(captions);
    println!("all captions are gone");
}
// ANCHOR_END: main
