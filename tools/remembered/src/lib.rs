//! Remembers what was made of something, so that a process makes it once: a chapter is read by the preprocessor and the
//! backend, and again whenever any other file is saved.
//!
//! It's for what depends on nothing but what it is made of. So nothing that is remembered can be out of date, and nobody
//! has to say when it is. A file isn't such a thing; the text that was in it is.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What was made of each, for as long as the process runs.
#[derive(Debug, Default)]
pub struct Remembered<Of, Made>(Mutex<BTreeMap<Of, Arc<OnceLock<Arc<Made>>>>>);

impl<Of: Ord, Made> Remembered<Of, Made> {
    /// Nothing has been made yet.
    pub const fn new() -> Remembered<Of, Made> {
        Remembered(Mutex::new(BTreeMap::new()))
    }

    /// What is made of this. Who asks while another thread is making it waits for that.
    pub fn of<Asked>(&self, of: &Asked, make: impl FnOnce(&Asked) -> Made) -> Arc<Made>
    where
        Of: Borrow<Asked>,
        Asked: Ord + ToOwned<Owned = Of> + ?Sized,
    {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let made = match all.get(of) {
            Some(made) => Arc::clone(made),
            None => Arc::clone(all.entry(of.to_owned()).or_default()),
        };
        // Others can be made meanwhile.
        drop(all);
        Arc::clone(made.get_or_init(|| Arc::new(make(of))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    #[test]
    fn each_is_made_once_whoever_asks_for_it() {
        let (lengths, made) = (Remembered::<String, usize>::new(), AtomicUsize::new(0));
        let length = |word: &str| {
            *lengths.of(word, |word| {
                made.fetch_add(1, Ordering::Relaxed);
                word.len()
            })
        };
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| assert_eq!(["plum", "pear", "apple"].map(length), [4, 4, 5]));
            }
        });
        assert_eq!(made.into_inner(), 3);
    }

    #[test]
    fn different_ones_are_made_at_the_same_time() {
        let (words, barrier) = (Remembered::<String, String>::new(), Barrier::new(2));
        let upper = |word: &str| {
            words.of(word, |word| {
                // None gets past it alone.
                barrier.wait();
                word.to_uppercase()
            })
        };
        thread::scope(|scope| {
            let other = scope.spawn(|| upper("pear"));
            assert_eq!(*upper("plum"), "PLUM");
            assert_eq!(*other.join().unwrap(), "PEAR");
        });
    }
}
