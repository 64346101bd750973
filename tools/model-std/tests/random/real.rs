//! Runs a program on the real std, with random short pauses, and returns what it came to.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::program::Program;
use interleavings::End;
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

/// What `interpret.rs` calls the library.
mod lib {
    use crate::generate::Random;
    use std::cell::{Cell, RefCell};
    pub use std::sync::atomic::AtomicI64;
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
    pub use std::sync::mpsc;
    pub use std::sync::{Arc, Barrier, Condvar, Mutex, MutexGuard, Once, RwLock, RwLockReadGuard, RwLockWriteGuard};
    pub use std::thread;

    pub use crate::others::{Output, parts, print};

    /// From which the pauses of a run follow.
    pub static SEED: AtomicU64 = AtomicU64::new(0);

    thread_local! {
        static RANDOM: RefCell<Option<Random>> = const { RefCell::new(None) };
        static NUMBER: Cell<usize> = const { Cell::new(0) };
    }

    struct Local(Output);

    impl Drop for Local {
        fn drop(&mut self) {
            print(&self.0, crate::reference::WORDS_OF_LOCAL);
        }
    }

    thread_local! {
        static LOCAL: Cell<Option<Local>> = const { Cell::new(None) };
    }

    pub fn use_local(output: &Output) {
        LOCAL.set(Some(Local(Arc::clone(output))));
    }

    pub fn begin_thread(number: usize) {
        NUMBER.set(number);
        let seed = SEED.load(Relaxed).wrapping_mul(16).wrapping_add(number as u64);
        RANDOM.with_borrow_mut(|random| *random = Some(Random::new(seed)));
    }

    pub fn number_of_thread() -> usize {
        NUMBER.get()
    }

    pub fn pause() {
        RANDOM.with_borrow_mut(|random| {
            let Some(random) = random else { return };
            match random.below(4) {
                0 => {}
                1 => (0..random.below(3)).for_each(|_| thread::yield_now()),
                2 => (0..random.below(2000)).for_each(|_| std::hint::spin_loop()),
                _ => thread::sleep(std::time::Duration::from_micros(random.below(150) as u64)),
            }
        });
    }

    crate::others::has!();
}

/// What one run comes to; none if it has not come to an end within `limit`.
pub fn outcome(program: &Arc<Program>, seed: u64, limit: Duration) -> Option<(String, End)> {
    lib::SEED.store(seed, std::sync::atomic::Ordering::Relaxed);
    let (ended, has_ended) = mpsc::channel();
    let program = Arc::clone(program);
    std::thread::spawn(move || {
        let output = Arc::new(Mutex::new(String::new()));
        let main = std::thread::spawn({
            let output = Arc::clone(&output);
            move || interpret::main(program, output)
        });
        let end = match main.join() {
            Ok(()) => End::Returned,
            Err(words) => End::Panicked(
                words
                    .downcast_ref::<String>()
                    .cloned()
                    .unwrap_or_else(|| words.downcast_ref::<&str>().map(ToString::to_string).unwrap_or_default()),
            ),
        };
        // What is printed from now on comes after the end of the program.
        let printed = output.lock().unwrap().clone();
        // If nobody waits any more, it was too late.
        let _ = ended.send((printed, end));
    });
    has_ended.recv_timeout(limit).ok()
}
