//! What the benchmarks of this package share: several threads that do the same at the same time.

use std::sync::Barrier;
use std::thread;
use std::time::{Duration, Instant};

/// Lets each of `threads` threads do `work` `rounds` times, all at once, and gives the time from when the first began until the
/// last was done. `work` is given the number of its thread, from 0.
///
/// Divided by `rounds`, which criterion does, that is how long one of them waits for one time, with the others at it, too.
pub fn together(threads: usize, rounds: u64, work: impl Fn(usize) + Sync) -> Duration {
    let ready = Barrier::new(threads);
    let spans: Vec<(Instant, Instant)> = thread::scope(|scope| {
        let begun: Vec<_> = (0..threads)
            .map(|thread| {
                let (ready, work) = (&ready, &work);
                scope.spawn(move || {
                    ready.wait();
                    let start = Instant::now();
                    for _ in 0..rounds {
                        work(thread);
                    }
                    (start, Instant::now())
                })
            })
            .collect();
        begun.into_iter().map(|thread| thread.join().expect("a benchmark does not panic")).collect()
    });
    let start = spans.iter().map(|(start, _)| *start).min();
    let end = spans.iter().map(|(_, end)| *end).max();
    end.zip(start).map_or(Duration::ZERO, |(end, start)| end - start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

    #[test]
    fn each_thread_does_all_its_rounds() {
        let done = [const { AtomicU64::new(0) }; 3];
        let time = together(3, 100, |thread| {
            done[thread].fetch_add(1, Relaxed);
        });
        assert_eq!(done.map(AtomicU64::into_inner), [100; 3]);
        assert!(time > Duration::ZERO);
    }
}
