//! The cover of an album is in an `Rc`, and the `Rc` in a mutex of our own
//!
//! If this compiled, each thread would take a copy of the `Rc` along, and drop it when the mutex has been let go. Both would change one plain count at the same time, and the cover might be freed twice.
//@ fixed-by: building/cover-in-an-arc-behind-our-mutex

use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::thread;

const FREE: u32 = 0;
const TAKEN: u32 = 1;
const SLEPT_ON: u32 = 2;

pub struct Mutex<T> {
    state: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: whoever has taken `state` is alone with the value, and the Release
// of a guard's `drop` happens before the Acquire of the next `lock`. Each of
// them may take the value out, on its own thread: hence `Send`.
unsafe impl<T: Send> Sync for Mutex<T> {}

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Self {
        Mutex {
            state: AtomicU32::new(FREE),
            value: UnsafeCell::new(value),
        }
    }

    pub fn lock(&self) -> Guard<'_, T> {
        if self
            .state
            .compare_exchange(FREE, TAKEN, Acquire, Relaxed)
            .is_err()
        {
            while self.state.swap(SLEPT_ON, Acquire) != FREE {
                system::sleep_if(&self.state, SLEPT_ON);
            }
        }
        Guard {
            lock: self,
            as_if: PhantomData,
        }
    }
}

pub struct Guard<'a, T> {
    lock: &'a Mutex<T>,
    as_if: PhantomData<&'a mut T>,
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: only `lock` makes guards, and none beside this one. The uses
        // of earlier guards happen before the `lock` that has made this one.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as in `deref`, and `&mut self` keeps this guard to one caller.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Guard<'_, T> {
    fn drop(&mut self) {
        if self.lock.state.swap(FREE, Release) == SLEPT_ON {
            system::wake_one();
        }
    }
}

mod system {
    use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
    use std::sync::{Condvar, Mutex};

    static BED: Mutex<()> = Mutex::new(());
    static CALL: Condvar = Condvar::new();

    pub fn sleep_if(word: &AtomicU32, seen: u32) {
        let bed = BED.lock().unwrap();
        if word.load(Relaxed) == seen {
            drop(CALL.wait(bed));
        }
    }

    pub fn wake_one() {
        let _bed = BED.lock().unwrap();
        CALL.notify_one();
    }
}

// ANCHOR: main
fn main() {
    let cover = Mutex::new(Rc::new("lake"));
    // ANCHOR: worker
    thread::scope(|scope| {
        scope.spawn(|| Rc::clone(&cover.lock()).len());
        //~^ E0277: `Rc<&str>` cannot be sent between threads safely
        // ANCHOR_END: worker
        println!("{}", Rc::clone(&cover.lock()));
    });
}
// ANCHOR_END: main
