//! Makes something of each of many, as many at the same time as the machine has cores: of chapters, of pages, of listings.
//! The author who has saved a file waits for all of them.

use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread::{self, ScopedJoinHandle};

/// What `made_of` makes of each, in their order. There is a thread for each core, which takes the next one whenever it has
/// made something.
///
/// # Panics
/// Where one of the threads panics.
pub fn at_once<T: Send, M: Send>(all: impl IntoIterator<Item = T>, made_of: impl Fn(T) -> M + Sync) -> Vec<M> {
    let all: Vec<T> = all.into_iter().collect();
    let cores = thread::available_parallelism().map_or(1, NonZero::get).min(all.len());
    let rest = Mutex::new(all.into_iter().enumerate());
    let next = || rest.lock().unwrap_or_else(PoisonError::into_inner).next();
    let mut made: Vec<(usize, M)> = thread::scope(|scope| {
        let of_a_core = || std::iter::from_fn(next).map(|(place, it)| (place, made_of(it))).collect::<Vec<_>>();
        let threads: Vec<_> = (0..cores).map(|_| scope.spawn(of_a_core)).collect();
        threads.into_iter().flat_map(joined).collect()
    });
    made.sort_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, made)| made).collect()
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
    fn as_many_are_made_at_the_same_time_as_there_are_cores() {
        let cores = thread::available_parallelism().unwrap().get();
        // None gets past it alone.
        let barrier = Barrier::new(cores);
        let leaders = at_once(0..2 * cores, |_| barrier.wait().is_leader());
        assert_eq!(leaders.into_iter().filter(|is_leader| *is_leader).count(), 2);
    }

    #[test]
    fn all_stand_in_their_order() {
        assert_eq!(at_once(["one", "two", "three"], str::to_uppercase), ["ONE", "TWO", "THREE"]);
        let thirds = at_once(0..1000, |number| number / 3);
        assert_eq!(thirds, (0..1000).map(|number| number / 3).collect::<Vec<_>>());
        assert_eq!(at_once([], |it: u8| it), []);
    }
}
