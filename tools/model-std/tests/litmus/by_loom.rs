//! What loom finds of a litmus test, and what is known of where that differs from RC11.
//!
//! It says itself that it takes `SeqCst` accesses for `AcqRel`, and that it leaves out load buffering, as RC11 does. The
//! other reasons below were found in its source: the module `rt::atomic`, which follows the axioms of an older model one by
//! one and has some of them as headings alone, and `Execution::schedule`, its partial-order reduction.

#[path = "interpret.rs"]
#[allow(clippy::duplicate_mod, reason = "it is compiled against each library")]
mod interpret;

use crate::axioms::Final;
use crate::language::Test;
use lib::Place;
use loom::cell::UnsafeCell;
use loom::sync::atomic::{AtomicI32, Ordering};
use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

/// The tests of which it finds something else than RC11 says, what that is, and why.
pub const DIFFERENCES: [(&str, &str, &str); 13] = [
    ("SB+4sc", "answers otherwise", ACQUIRES_AND_RELEASES),
    ("SB+2sc+scf", "answers otherwise", ACQUIRES_AND_RELEASES),
    ("SB+xchg-sc", "answers otherwise", ACQUIRES_AND_RELEASES),
    ("2+2W+4sc", "answers otherwise", ACQUIRES_AND_RELEASES),
    ("R+sc", "answers otherwise", ACQUIRES_AND_RELEASES),
    ("IRIW+sc", "answers otherwise", ACQUIRES_AND_RELEASES),
    ("Peterson+sc", "answers otherwise", ACQUIRES_AND_RELEASES),
    (
        "Z6+acq",
        "answers otherwise",
        "what is stored behind a fence hands on what the thread knew before it, without what the fence has told it of \
         the fences before",
    ),
    ("rinc+wr", "has more", WRITES_BETWEEN),
    ("inc2w", "has more", WRITES_BETWEEN),
    (
        "lost update",
        "has fewer",
        "a store goes back to the last access to its atomic alone, to see what it could have come before; that is a load \
         of its own thread, and the other one's load before that is not seen",
    ),
    ("viktor-relseq", "has fewer", "it is too large; all of its permutations have the same as RC11"),
    ("inc+inc+RR+W+RR", "fails", "it has six threads with the main thread, and loom has room for five"),
];

const ACQUIRES_AND_RELEASES: &str = "accesses with `SeqCst` acquire and release, and no more";

const WRITES_BETWEEN: &str = "a store may come, in modification order, between what an update reads and what it writes";

/// The tests that are too large to be explored as a whole each time, with the numbers of their permutations. That was
/// done once, and found the same; of the last two, so many permutations were not all.
pub const LARGE: [(&str, usize); 8] = [
    ("IRIW-acq-sc", 263_247),
    ("IRIW+rlx", 288_076),
    ("IRIW+ra", 288_076),
    ("IRIW+sc", 288_076),
    ("IRIW+rlx-writes+sc-reads", 288_076),
    ("viktor-relseq", 680_397),
    ("fr+w+w+w+reads", 1_000_000),
    ("CoRR2", 4_000_000),
];

/// What it finds.
pub struct Found {
    /// What the test can come to.
    pub finals: BTreeSet<Final>,
    /// Whether that is all, and not only what so many permutations come to.
    pub is_all: bool,
    /// The words with which it has ended before it had seen all: there is a data race, or it has failed.
    pub stopped: Option<String>,
}

/// Has loom explore a test, in so many permutations at most.
pub fn found(test: &Test, most: usize) -> Found {
    let mut builder = loom::model::Builder::new();
    builder.max_branches = 10_000;
    // It looks at the number of permutations whenever it might keep a checkpoint.
    builder.checkpoint_interval = 1;
    builder.max_permutations = Some(most + 2);
    let shared = Arc::new(Mutex::new((BTreeSet::new(), 0)));
    let (test, known) = (Arc::new(test.clone()), Arc::clone(&shared));
    let run = move || {
        let end = run(&test);
        let mut known = known.lock().unwrap();
        known.0.insert(end);
        known.1 += 1;
    };
    let panicked = catch_unwind(AssertUnwindSafe(|| builder.check(run))).err();
    let words = |payload: &(dyn Any + Send)| match payload.downcast_ref::<&str>() {
        Some(words) => (*words).to_string(),
        None => payload.downcast_ref::<String>().cloned().unwrap_or_default(),
    };
    let stopped = panicked.map(|payload| words(&*payload));
    let (finals, permutations) = shared.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Found { finals, is_all: permutations <= most, stopped }
}

/// Runs the threads of a test, and gives all registers and places.
fn run(test: &Arc<Test>) -> Final {
    let place = |(_, value): &(String, i32)| Place { atomic: AtomicI32::new(*value), plain: UnsafeCell::new(*value) };
    let places: Arc<Vec<Place>> = Arc::new(test.places.iter().map(place).collect());
    let start = |number: usize| {
        let (test, places) = (Arc::clone(test), Arc::clone(&places));
        loom::thread::spawn(move || {
            let thread = &test.threads[number];
            interpret::interpret(thread, &places)[..thread.registers.len()].to_vec()
        })
    };
    let threads: Vec<_> = (0..test.threads.len()).map(start).collect();
    let registers = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let last = |(number, place): (usize, &Place)| match test.is_plain(number) {
        true => place.read(0),
        false => place.atomic.load(Ordering::Relaxed),
    };
    Final { registers, places: places.iter().enumerate().map(last).collect() }
}

/// What `interpret.rs` calls the library.
mod lib {
    pub use loom::sync::atomic::fence;

    /// A place: all accesses to it are atomic, or none is.
    pub struct Place {
        pub atomic: super::AtomicI32,
        pub plain: super::UnsafeCell<i32>,
    }

    // SAFETY: loom runs one thread at a time, and panics where two race for the cell.
    unsafe impl Sync for Place {}

    impl Place {
        pub fn read(&self, _: usize) -> i32 {
            // SAFETY: loom has panicked if another thread writes.
            self.plain.with(|at| unsafe { *at })
        }

        pub fn write(&self, value: i32, _: usize) {
            // SAFETY: loom has panicked if another thread reads or writes.
            self.plain.with_mut(|at| unsafe { *at = value });
        }
    }
}
