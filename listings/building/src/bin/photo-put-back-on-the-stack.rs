//! A worker takes two photos, puts on a new one, and puts one of the two back
//!
//! `main` finds beach on top and tower below it. Meanwhile the other takes both, puts market on and beach back. So the exchange finds the same node as before, and puts tower on top, which the other has. Market lay on beach's old place, and nothing leads there any more.
//@ outcome: ["beach", "harbour", "market", "tower"]
//@ outcome: ["beach", "harbour", "tower", "tower"]
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

// ANCHOR: node
struct Node {
    photo: &'static str,
    below: AtomicPtr<Node>,
}
// ANCHOR_END: node

impl Node {
    const fn new(photo: &'static str) -> Node {
        let below = AtomicPtr::new(ptr::null_mut());
        Node { photo, below }
    }
}

static BEACH: Node = Node::new("beach");
static TOWER: Node = Node::new("tower");
static HARBOUR: Node = Node::new("harbour");
static MARKET: Node = Node::new("market");

static TOP: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(node: &'static Node) {
    let address = ptr::from_ref(node).cast_mut();
    loop {
        let top = TOP.load(SeqCst);
        node.below.store(top, SeqCst);
        if TOP.compare_exchange(top, address, SeqCst, SeqCst).is_ok() {
            return;
        }
    }
}

// ANCHOR: stack
fn pop(held_up: Duration) -> Option<&'static Node> {
    loop {
        let top = TOP.load(SeqCst);
        // SAFETY: null, or the address of a static.
        let node = unsafe { top.as_ref() }?;
        let below = node.below.load(SeqCst);
        thread::sleep(held_up);
        if TOP.compare_exchange(top, below, SeqCst, SeqCst).is_ok() {
            return Some(node);
        }
    }
}

fn main() {
    push(&HARBOUR);
    push(&TOWER);
    push(&BEACH);
    // ANCHOR: other
    let other = thread::spawn(|| {
        let first = pop(Duration::ZERO).unwrap();
        let second = pop(Duration::ZERO).unwrap();
        push(&MARKET);
        push(first);
        second
    });
    // ANCHOR_END: other
    let mine = pop(Duration::from_micros(200)).unwrap();
    let mut photos = vec![mine.photo, other.join().unwrap().photo];
    while let Some(node) = pop(Duration::ZERO) {
        photos.push(node.photo);
    }
    photos.sort();
    println!("{photos:?}");
}
// ANCHOR_END: stack
