//! Threads that count page views: all in one counter, each in one of its own beside the others', and each in one of its own
//! that has 128 bytes to itself.
//@ one: addition
//@ claim: apart @ 2 threads < 1.7 * apart @ 1 thread
//@ claim: side by side @ 2 threads > 2 * apart @ 2 threads
//@ claim: one for all @ 2 threads > 2 * apart @ 2 threads

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use measurements::together;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

#[repr(align(128))]
#[derive(Default)]
struct Apart(AtomicU64);

/// All in one line.
#[repr(align(64))]
#[derive(Default)]
struct SideBySide([AtomicU64; 4]);

fn neighbours(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("neighbours");
    for (threads, at) in [(1, "1 thread"), (2, "2 threads"), (4, "4 threads")] {
        let apart: [Apart; 4] = Default::default();
        let SideBySide(side_by_side) = &SideBySide::default();
        let mut count = |name, count_one: &(dyn Fn(usize) -> u64 + Sync)| {
            group.bench_function(BenchmarkId::new(name, at), |bencher| {
                bencher.iter_custom(|rounds| {
                    together(threads, rounds, |thread| {
                        count_one(thread);
                    })
                });
            });
        };
        if threads > 1 {
            count("one for all", &|_| side_by_side[0].fetch_add(1, Relaxed));
            count("side by side", &|thread| side_by_side[thread].fetch_add(1, Relaxed));
        }
        count("apart", &|thread| apart[thread].0.fetch_add(1, Relaxed));
    }
    group.finish();
}

criterion_group!(benches, neighbours);
criterion_main!(benches);
