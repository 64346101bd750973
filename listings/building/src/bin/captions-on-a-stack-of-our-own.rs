//! Two captions are taken off a stack that frees its nodes meanwhile, and a third goes with it
//@ schedules

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

// ANCHOR: stack
struct Stack<T> {
    top: AtomicPtr<Node<T>>,
    bin: AtomicPtr<Node<T>>,
    inside: AtomicUsize,
    content: PhantomData<Mutex<T>>,
}

impl<T> Stack<T> {
    fn pop(&self) -> Option<T> {
        self.inside.fetch_add(1, Acquire);
        let value = self.take_off();
        self.leave();
        value
    }
}

impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        // With `&mut self` nobody else is inside, so each `pop` empties the bin.
        while self.pop().is_some() {}
    }
}
// ANCHOR_END: stack

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
