//! How many threads are inside an operation that can block, and whether all of them stay there.
//!
//! If every thread of the program is inside such an operation, then either one of them is about to come out of it, or
//! none ever will: that is a deadlock. Nothing but time tells the two apart from inside, so this only says that all
//! have been there for a while; anyone who listens knows whether a deadlock is what could be.

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// How many threads are waiting and alive, and how often that has changed, in one number: so they are read at one moment.
static THREADS: AtomicU64 = AtomicU64::new(ALIVE);
const WAITS: u64 = 1;
const ALIVE: u64 = 1 << 16;
const CHANGE: u64 = 1 << 32;

/// How often in a row all threads must be seen waiting, and how long between two looks.
const LOOKS: u32 = 20;
const BETWEEN_LOOKS: Duration = Duration::from_millis(1);

/// A thread that is alive, from before its start up to its end. The main thread is not counted by one of these.
pub(crate) struct Alive(());

impl Alive {
    pub(crate) fn begin() -> Alive {
        THREADS.fetch_add(CHANGE + ALIVE, Ordering::SeqCst);
        Alive(())
    }
}

impl Drop for Alive {
    fn drop(&mut self) {
        THREADS.fetch_add(CHANGE - ALIVE, Ordering::SeqCst);
    }
}

/// The calling thread is inside an operation that can block.
pub(crate) struct Waiting(());

impl Waiting {
    pub(crate) fn begin() -> Waiting {
        THREADS.fetch_add(CHANGE + WAITS, Ordering::SeqCst);
        Waiting(())
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        THREADS.fetch_add(CHANGE - WAITS, Ordering::SeqCst);
    }
}

/// Does something that can block.
pub(crate) fn waiting<T>(wait: impl FnOnce() -> T) -> T {
    let _waiting = Waiting::begin();
    wait()
}

/// Does something that the calling thread was waiting to do, inside of the operation that can block.
pub(crate) fn meanwhile<T>(work: impl FnOnce() -> T) -> T {
    struct Again;
    impl Drop for Again {
        fn drop(&mut self) {
            std::mem::forget(Waiting::begin());
        }
    }
    drop(Waiting(()));
    let _again = Again;
    work()
}

/// Prints `mark` to standard output each time that all threads have been waiting for a while.
pub(crate) fn report_standstill(mark: String) {
    thread::spawn(move || {
        let (mut before, mut looks) = (0, 0);
        loop {
            thread::sleep(BETWEEN_LOOKS);
            let now = THREADS.load(Ordering::SeqCst);
            let all = now / ALIVE % ALIVE == now % ALIVE;
            looks = if all && now == before { looks + 1 } else { 0 };
            before = now;
            if looks == LOOKS {
                let mut output = std::io::stdout().lock();
                // Anyone who listened may have gone.
                let _ = output.write_all(mark.as_bytes()).and_then(|()| output.flush());
            }
        }
    });
}
