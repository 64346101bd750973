//! How many listings are run at a time, however many are waiting for their programs.

use std::sync::{Condvar, Mutex, PoisonError};

/// As many turns as there are, to be had one at a time.
#[derive(Debug)]
pub struct Turns {
    left: Mutex<usize>,
    given_back: Condvar,
}

/// A turn, which is given back with it.
#[derive(Debug)]
pub struct Turn<'a>(&'a Turns);

impl Turns {
    /// So many, one at least.
    pub fn new(many: usize) -> Turns {
        Turns { left: Mutex::new(many.max(1)), given_back: Condvar::new() }
    }

    /// Waits for one.
    pub fn take(&self) -> Turn<'_> {
        let left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        let mut left = self.given_back.wait_while(left, |left| *left == 0).unwrap_or_else(PoisonError::into_inner);
        *left -= 1;
        Turn(self)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.left.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.given_back.notify_one();
    }
}
