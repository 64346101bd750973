//! The logo in a `OnceLock` counts in a `Cell` how often it's used
//!
//! If this compiled, both previews would read and write the number in the one `Cell` at the same time. The lock has seen to it that the logo is made once, and then it's out of the way.
//@ fixed-by: building/uses-of-the-logo-in-an-atomic

use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::thread;
use system::{sleep_if, wake_all};

const NEW: u32 = 0;
const BUSY: u32 = 1;
const DONE: u32 = 2;

pub struct OnceLock<T> {
    state: AtomicU32,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: only the thread that goes from NEW to BUSY writes, before it says
// DONE, and nobody reads before having seen that. Its Release happens before
// their Acquire. All share `&T`, and another thread may drop what one has made.
unsafe impl<T: Send + Sync> Sync for OnceLock<T> {}

impl<T> OnceLock<T> {
    const fn new() -> Self {
        OnceLock {
            state: AtomicU32::new(NEW),
            value: UnsafeCell::new(None),
        }
    }

    pub fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
        while let Err(seen) = self.state.compare_exchange(NEW, BUSY, Relaxed, Acquire) {
            if seen == DONE {
                // SAFETY: it's made, the Acquire has taken that in, and nobody
                // writes any more.
                return unsafe { (*self.value.get()).as_ref() }.unwrap();
            }
            sleep_if(&self.state, seen);
        }
        let mut attempt = Attempt {
            state: &self.state,
            ends_as: NEW,
        };
        let value = make();
        // SAFETY: this thread has found NEW, so it alone is here, and no reader
        // looks before DONE.
        let value = unsafe { (*self.value.get()).insert(value) };
        attempt.ends_as = DONE;
        value
    }
}

struct Attempt<'a> {
    state: &'a AtomicU32,
    ends_as: u32,
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        self.state.store(self.ends_as, Release);
        wake_all();
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

// ANCHOR: logo
struct Logo {
    rows: [&'static str; 2],
    uses: Cell<u32>,
}

static LOGO: OnceLock<Logo> = OnceLock::new(); //~ E0277: `Cell<u32>` cannot be shared between threads safely

fn preview() -> [&'static str; 2] {
    let logo = LOGO.get_or_init(|| Logo {
        rows: ["<#>", "###"],
        uses: Cell::new(0),
    });
    logo.uses.set(logo.uses.get() + 1);
    logo.rows
}
// ANCHOR_END: logo

fn main() {
    let other = thread::spawn(preview);
    let same = preview() == other.join().unwrap();
    println!("the same logo: {same}");
}
