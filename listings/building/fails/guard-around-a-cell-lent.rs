//! The guard of our mutex is around a `Cell`, and a thread borrows the guard
//!
//! If this compiled, both threads would change one number through one guard, at the same time. The mutex would have been taken once, for the two of them.
//@ fixed-by: building/guard-let-go-by-a-worker

use std::cell::{Cell, UnsafeCell};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
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

fn main() {
    let album = Mutex::new(Cell::new(0));
    let views = album.lock();
    // ANCHOR: lent
    thread::scope(|scope| {
        scope.spawn(|| views.set(views.get() + 1));
        //~^ E0277: `Cell<i32>` cannot be shared between threads safely
        views.set(views.get() + 1);
    });
    // ANCHOR_END: lent
    println!("views: {}", views.get());
}
