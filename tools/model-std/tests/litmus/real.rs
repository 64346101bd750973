//! Litmus tests on the machine that runs this, with the real standard library: it must come to nothing that the model
//! forbids. What it never does proves nothing, as a machine need not do all that it may.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::axioms::Final;
use crate::language::Test;
use lib::Place;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI32, AtomicUsize, Ordering};
use std::sync::{Barrier, Mutex};
use std::thread;

/// How often each outcome was reached in this many rounds.
pub fn rounds(test: &Test, rounds: usize) -> BTreeMap<Final, usize> {
    let places: Vec<Place> = test.places.iter().map(|_| Place { atomic: AtomicI32::new(0) }).collect();
    let found: Vec<Mutex<Vec<i32>>> = test.threads.iter().map(|_| Mutex::default()).collect();
    let all = Barrier::new(test.threads.len() + 1);
    let ready = AtomicUsize::new(0);
    let mut seen = BTreeMap::new();
    thread::scope(|scope| {
        for (thread, found) in test.threads.iter().zip(&found) {
            let (places, all, ready) = (&places, &all, &ready);
            scope.spawn(move || {
                for round in 1..=rounds {
                    all.wait();
                    // Those that a barrier lets go do not go at once; these do, if there are as many processors.
                    ready.fetch_add(1, Ordering::SeqCst);
                    for _ in 0..100 {
                        if ready.load(Ordering::Relaxed) >= round * test.threads.len() {
                            break;
                        }
                        std::hint::spin_loop();
                    }
                    let registers = interpret::interpret(thread, places);
                    *found.lock().unwrap() = registers[..thread.registers.len()].to_vec();
                    all.wait();
                }
            });
        }
        for _ in 0..rounds {
            for (place, (_, value)) in places.iter().zip(&test.places) {
                place.atomic.store(*value, Ordering::SeqCst);
            }
            all.wait();
            all.wait();
            let registers = found.iter().map(|found| found.lock().unwrap().clone()).collect();
            let places = places.iter().map(|place| place.atomic.load(Ordering::SeqCst)).collect();
            *seen.entry(Final { registers, places }).or_default() += 1;
        }
    });
    seen
}

/// What `interpret.rs` calls the library.
mod lib {
    pub use std::sync::atomic::fence;

    /// A place; only tests in which all accesses are atomic are run.
    pub struct Place {
        pub atomic: super::AtomicI32,
    }

    impl Place {
        pub fn read(&self, _: usize) -> i32 {
            unreachable!("it is not atomic")
        }

        pub fn write(&self, _: i32, _: usize) {
            unreachable!("it is not atomic")
        }
    }
}
