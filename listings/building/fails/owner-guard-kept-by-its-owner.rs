//! The guard of a lock that knows its owner is sent to a thread
//!
//! If this compiled, the worker would be inside by a guard of `main`, and `main`, who is still noted as the owner, would be let in beside it. Both would change the `Cell` at the same time.
//@ fixed-by: building/owner-lock-taken-by-a-worker

use std::cell::Cell;
use std::hint;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static NEXT: AtomicUsize = AtomicUsize::new(1);

thread_local! {
    static ME: usize = NEXT.fetch_add(1, Ordering::Relaxed);
}

struct OwnerLock<T> {
    owner: AtomicUsize,
    times: Cell<usize>,
    content: T,
}

// SAFETY: only the owner uses `times` and the content. The store of 0 with
// Release that gives up the lock happens before the Acquire of the next owner.
unsafe impl<T: Send> Sync for OwnerLock<T> {}

impl<T> OwnerLock<T> {
    const fn new(content: T) -> OwnerLock<T> {
        OwnerLock {
            owner: AtomicUsize::new(0),
            times: Cell::new(0),
            content,
        }
    }
}

// ANCHOR: guard
struct OwnerGuard<'a, T> {
    lock: &'a OwnerLock<T>,
    _stays: PhantomData<*const ()>,
}
// ANCHOR_END: guard

impl<T> Deref for OwnerGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.lock.content
    }
}

// ANCHOR: drop
impl<T> Drop for OwnerGuard<'_, T> {
    fn drop(&mut self) {
        let times = self.lock.times.get() - 1;
        self.lock.times.set(times);
        if times == 0 {
            self.lock.owner.store(0, Ordering::Release);
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: lock
impl<T> OwnerLock<T> {
    fn lock(&self) -> OwnerGuard<'_, T> {
        let me = ME.with(|me| *me);
        if self.owner.load(Ordering::Relaxed) != me {
            while !self.is_taken_by(me) {
                hint::spin_loop();
            }
        }
        self.times.set(self.times.get() + 1);
        OwnerGuard {
            lock: self,
            _stays: PhantomData,
        }
    }

    fn is_taken_by(&self, me: usize) -> bool {
        self.owner
            .compare_exchange(0, me, Ordering::Acquire, Ordering::Relaxed)
            .is_ok()
    }
}

static VIEWS: OwnerLock<Cell<u32>> = OwnerLock::new(Cell::new(0));

fn count(views: &Cell<u32>) {
    views.set(views.get() + 1);
}

// ANCHOR: main
fn main() {
    let guard = VIEWS.lock();
    let worker = thread::spawn(move || count(&guard)); //~ E0277: `*const ()` cannot be sent between threads safely
    count(&VIEWS.lock());
    worker.join().unwrap();
    println!("{} views", VIEWS.lock().get());
}
// ANCHOR_END: main
// ANCHOR_END: lock
