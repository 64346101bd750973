//! Makes something of each of many, all at the same time: of chapters, of pages, of zips. The author who has saved a file
//! waits for all of them.

use std::thread::{self, ScopedJoinHandle};

/// What `made_of` makes of each, in their order, with a thread for each.
///
/// # Panics
/// Where one of the threads panics.
pub fn at_once<T: Send, M: Send>(all: impl IntoIterator<Item = T>, made_of: impl Fn(T) -> M + Sync) -> Vec<M> {
    thread::scope(|scope| {
        let made_of = &made_of;
        let threads: Vec<_> = all.into_iter().map(|it| scope.spawn(move || made_of(it))).collect();
        threads.into_iter().map(joined).collect()
    })
}

/// What a thread has made. Its panic is ours.
pub fn joined<M>(thread: ScopedJoinHandle<'_, M>) -> M {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn all_are_made_at_the_same_time_and_stand_in_their_order() {
        // None gets past it alone.
        let barrier = Barrier::new(3);
        let wait = |word: &str| {
            barrier.wait();
            word.to_uppercase()
        };
        assert_eq!(at_once(["one", "two", "three"], wait), ["ONE", "TWO", "THREE"]);
    }
}
