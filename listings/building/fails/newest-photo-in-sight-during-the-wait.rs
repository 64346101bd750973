//! The newest photo is kept in sight while the list is waited for
//!
//! If this compiled, the cleaner might free the text during the wait, and `main` would then print what lies there now.
//@ fixed-by: building/newest-photo-copied-before-the-wait

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

// ANCHOR: main
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

    let photos = PHOTOS.lock();
    let newest = photos.last();
    until_empty(photos); //~ E0505: cannot move out of `photos`
    println!("the newest was {newest:?}");
    cleaner.join().unwrap();
}
// ANCHOR_END: main
