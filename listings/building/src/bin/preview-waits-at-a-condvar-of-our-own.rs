//! A condition variable of our own, and a mutex whose guard knows it
//@ schedules

use std::ops::{Deref, DerefMut};
use std::sync::atomic::Ordering::Relaxed;
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
// ANCHOR_END: condvar

// ANCHOR: system
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
// ANCHOR_END: system

// ANCHOR: main
static PHOTOS: Mutex<Vec<&str>> = Mutex::new(Vec::new());
static CHANGED: Condvar = Condvar::new();

fn main() {
    let preview = thread::spawn(|| {
        let mut photos = PHOTOS.lock();
        while photos.is_empty() {
            photos = CHANGED.wait(photos);
        }
        photos.pop().unwrap()
    });

    PHOTOS.lock().push("beach.jpg");
    CHANGED.notify_one();
    println!("preview of {}", preview.join().unwrap());
}
// ANCHOR_END: main
