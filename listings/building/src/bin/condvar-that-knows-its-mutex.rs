//! A condition variable of our own that's given the guards of two mutexes
//@ panics
//@ schedules

use std::ops::{Deref, DerefMut};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::Relaxed};
use std::thread;
use system::Word;

pub struct Mutex<T>(std::sync::Mutex<T>);

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Self {
        Mutex(std::sync::Mutex::new(value))
    }

    pub fn lock(&self) -> Guard<'_, T> {
        Guard {
            lock: self,
            content: self.0.lock().unwrap(),
        }
    }
}

pub struct Guard<'a, T> {
    lock: &'a Mutex<T>,
    content: std::sync::MutexGuard<'a, T>,
}

impl<T> Deref for Guard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

impl<T> DerefMut for Guard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.content
    }
}

// ANCHOR: condvar
pub struct Condvar {
    signals: Word,
    mutex: AtomicPtr<()>,
}

impl Condvar {
    const fn new() -> Self {
        Condvar {
            signals: Word::new(0),
            mutex: AtomicPtr::new(ptr::null_mut()),
        }
    }

    pub fn wait<'a, T>(&self, guard: Guard<'a, T>) -> Guard<'a, T> {
        let lock = guard.lock;
        self.belongs_to(ptr::from_ref(lock).cast_mut().cast());
        let seen = self.signals.number.load(Relaxed);
        drop(guard);
        self.signals.sleep_if(seen);
        lock.lock()
    }

    fn belongs_to(&self, mutex: *mut ()) {
        let first = self
            .mutex
            .compare_exchange(ptr::null_mut(), mutex, Relaxed, Relaxed);
        if first.is_err_and(|first| first != mutex) {
            panic!("guards of two mutexes"); //~ panic: guards of two mutexes
        }
    }

    pub fn notify_one(&self) {
        self.signals.number.fetch_add(1, Relaxed);
        self.signals.wake_one();
    }
}
// ANCHOR_END: condvar

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

// ANCHOR: main
static PHOTOS: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static CLOSED: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

fn main() {
    let mut photos = PHOTOS.lock();
    let upload = thread::spawn(|| {
        PHOTOS.lock().push("beach.jpg");
        CHANGED.notify_one();
    });
    while photos.is_empty() {
        photos = CHANGED.wait(photos);
    }
    println!("preview of {}", photos.pop().unwrap());
    upload.join().unwrap();

    let mut closed = CLOSED.lock();
    while !*closed {
        closed = CHANGED.wait(closed);
    }
}
// ANCHOR_END: main
