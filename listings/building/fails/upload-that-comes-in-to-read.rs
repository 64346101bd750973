//! An upload comes in by the guard of a reader
//!
//! If this compiled, `main` might be inside at the same time, as one reader beside another. It would read the two numbers while the upload writes them: a data race.
//@ fixed-by: building/album-in-an-rwlock-of-our-own

use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::thread;
use system::{sleep_if, wake_all};

const READER: u32 = 1;
const WRITER: u32 = 100;
const WAITING: u32 = 1000;

pub struct RwLock<T> {
    state: AtomicU32,
    value: UnsafeCell<T>,
}

// SAFETY: a writer is alone with the value: its Acquire reads what all who were
// inside before have released. Several readers share `&T`, hence `Sync`, and a
// writer may take the value out, hence `Send`.
unsafe impl<T: Send + Sync> Sync for RwLock<T> {}

impl<T> RwLock<T> {
    pub const fn new(value: T) -> Self {
        RwLock {
            state: AtomicU32::new(0),
            value: UnsafeCell::new(value),
        }
    }

    pub fn read(&self) -> ReadGuard<'_, T> {
        loop {
            let seen = self.state.load(Relaxed);
            let taken = seen + READER;
            if seen >= WRITER {
                sleep_if(&self.state, seen);
            } else if self
                .state
                .compare_exchange(seen, taken, Acquire, Relaxed)
                .is_ok()
            {
                return ReadGuard {
                    lock: self,
                    as_if: PhantomData,
                };
            }
        }
    }

    pub fn write(&self) -> WriteGuard<'_, T> {
        let mut seen = self.state.fetch_add(WAITING, Relaxed) + WAITING;
        loop {
            let taken = seen - WAITING + WRITER;
            if !seen.is_multiple_of(WAITING) {
                sleep_if(&self.state, seen);
            } else if self
                .state
                .compare_exchange(seen, taken, Acquire, Relaxed)
                .is_ok()
            {
                return WriteGuard {
                    lock: self,
                    as_if: PhantomData,
                };
            }
            seen = self.state.load(Relaxed);
        }
    }
}

pub struct ReadGuard<'a, T> {
    lock: &'a RwLock<T>,
    as_if: PhantomData<&'a T>,
}

pub struct WriteGuard<'a, T> {
    lock: &'a RwLock<T>,
    as_if: PhantomData<&'a mut T>,
}

impl<T> Drop for ReadGuard<'_, T> {
    fn drop(&mut self) {
        let left = self.lock.state.fetch_sub(READER, Release) - READER;
        if left > 0 && left.is_multiple_of(WAITING) {
            wake_all();
        }
    }
}

impl<T> Drop for WriteGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.state.fetch_sub(WRITER, Release);
        wake_all();
    }
}

impl<T> Deref for ReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: this reader is counted in, and no writer comes in before it's
        // counted out. What the last writer has released, `read` has acquired.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> Deref for WriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: nobody else is inside: readers and writers have left with a
        // Release, which happens before the Acquire in `write`.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for WriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: nobody else is inside, since the Release of all who left happens
        // before the Acquire in `write`, and `&mut self` is one caller's.
        unsafe { &mut *self.lock.value.get() }
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

    pub fn wake_all() {
        let _bed = BED.lock().unwrap();
        CALL.notify_all();
    }
}

static ALBUM: RwLock<(u32, u32)> = RwLock::new((1, 3));

// ANCHOR: main
fn main() {
    let upload = thread::spawn(|| *ALBUM.read() = (2, 6)); //~ E0594: cannot assign to data in dereference of `ReadGuard
    let (photos, megabytes) = *ALBUM.read();
    upload.join().unwrap();
    println!("photos and megabytes: {:?}", (photos, megabytes));
}
// ANCHOR_END: main
