//! A preview waits, and looks at the photos again by its guard
//!
//! If this compiled, the preview would look at the number of photos by a guard that has let go of the lock. If it had been woken for nothing, `main` might change the number at the same time: a data race. The new guard, which `wait` returns, would be dropped at once.
//@ fixed-by: building/signals-counted-for-two

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;

// ANCHOR: condvar
static SIGNALS: AtomicU32 = AtomicU32::new(0);

fn wait<'a, T>(lock: &'a Mutex<T>, guard: MutexGuard<'a, T>) -> MutexGuard<'a, T> {
    let seen = SIGNALS.load(SeqCst);
    drop(guard);
    sleep_if(seen);
    lock.lock().unwrap()
}

fn notify_all() {
    SIGNALS.fetch_add(1, SeqCst);
    wake_all();
}
// ANCHOR_END: condvar

static BED: Mutex<()> = Mutex::new(());
static CALL: Condvar = Condvar::new();

fn sleep_if(seen: u32) {
    let bed = BED.lock().unwrap();
    if SIGNALS.load(SeqCst) == seen {
        drop(CALL.wait(bed));
    }
}

fn wake_all() {
    let _bed = BED.lock().unwrap();
    CALL.notify_all();
}

// ANCHOR: main
struct Service {
    photos: u32,
    is_closed: bool,
}

static SERVICE: Mutex<Service> = Mutex::new(Service {
    photos: 0,
    is_closed: false,
});

fn change(what: impl FnOnce(&mut Service)) {
    what(&mut SERVICE.lock().unwrap());
    notify_all();
}

fn main() {
    // ANCHOR: preview
    let preview = thread::spawn(|| {
        let service = SERVICE.lock().unwrap();
        while service.photos == 0 {
            //~^ E0382: borrow of moved value: `service`
            wait(&SERVICE, service);
        }
    });
    // ANCHOR_END: preview
    let backup = thread::spawn(|| {
        let mut service = SERVICE.lock().unwrap();
        while !service.is_closed {
            service = wait(&SERVICE, service);
        }
    });

    change(|service| service.photos += 1);
    preview.join().unwrap();
    println!("the preview is made");
    change(|service| service.is_closed = true);
    backup.join().unwrap();
    println!("the backup is made");
}
// ANCHOR_END: main
