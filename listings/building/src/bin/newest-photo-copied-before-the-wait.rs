//! The newest photo is copied, and then the list is waited for
//@ outcome: the newest was Some("beach.jpg")
//@ outcome: the newest was None
//@ schedules

use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::thread;
use system::Word;

const FREE: u32 = 0;
const TAKEN: u32 = 1;
const SLEPT_ON: u32 = 2;

pub struct Mutex<T> {
    state: Word,
    value: UnsafeCell<T>,
}

// SAFETY: whoever has taken `state` is alone with the value, and the Release
// of a guard's `drop` happens before the Acquire of the next `lock`. Each of
// them may take the value out, on its own thread: hence `Send`.
unsafe impl<T: Send> Sync for Mutex<T> {}

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Self {
        Mutex {
            state: Word::new(FREE),
            value: UnsafeCell::new(value),
        }
    }

    pub fn lock(&self) -> Guard<'_, T> {
        if self
            .state
            .number
            .compare_exchange(FREE, TAKEN, Acquire, Relaxed)
            .is_err()
        {
            while self.state.number.swap(SLEPT_ON, Acquire) != FREE {
                self.state.sleep_if(SLEPT_ON);
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
        if self.lock.state.number.swap(FREE, Release) == SLEPT_ON {
            self.lock.state.wake_one();
        }
    }
}

pub struct Condvar {
    signals: Word,
}

impl Condvar {
    const fn new() -> Self {
        Condvar {
            signals: Word::new(0),
        }
    }

    pub fn wait<'a, T>(&self, guard: Guard<'a, T>) -> Guard<'a, T> {
        let lock = guard.lock;
        let seen = self.signals.number.load(Relaxed);
        drop(guard);
        self.signals.sleep_if(seen);
        lock.lock()
    }

    pub fn notify_one(&self) {
        self.signals.number.fetch_add(1, Relaxed);
        self.signals.wake_one();
    }
}

mod system {
    use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
    use std::sync::{Condvar, Mutex};

    pub struct Word {
        pub number: AtomicU32,
        bed: Mutex<()>,
        call: Condvar,
    }

    impl Word {
        pub const fn new(number: u32) -> Self {
            Word {
                number: AtomicU32::new(number),
                bed: Mutex::new(()),
                call: Condvar::new(),
            }
        }

        pub fn sleep_if(&self, seen: u32) {
            let bed = self.bed.lock().unwrap();
            if self.number.load(Relaxed) == seen {
                drop(self.call.wait(bed));
            }
        }

        pub fn wake_one(&self) {
            let _bed = self.bed.lock().unwrap();
            self.call.notify_one();
        }
    }
}

static PHOTOS: Mutex<Vec<String>> = Mutex::new(Vec::new());
static CHANGED: Condvar = Condvar::new();

fn until_empty(mut photos: Guard<'static, Vec<String>>) {
    while !photos.is_empty() {
        photos = CHANGED.wait(photos);
    }
}

fn main() {
    PHOTOS.lock().push(String::from("beach.jpg"));
    let cleaner = thread::spawn(|| {
        PHOTOS.lock().clear();
        CHANGED.notify_one();
    });

    // ANCHOR: main
    let photos = PHOTOS.lock();
    let newest = photos.last().cloned();
    until_empty(photos);
    println!("the newest was {newest:?}");
    // ANCHOR_END: main
    cleaner.join().unwrap();
}
