//! Adding one to a counter: to a plain number, to an atomic, and to an atomic that several threads add to.
//@ one: addition
//@ claim: `Relaxed` @ 1 thread > 2 * plain @ 1 thread
//@ claim: `Relaxed` @ 2 threads > 2 * `Relaxed` @ 1 thread
//@ claim: `SeqCst` @ 2 threads > 2 * `SeqCst` @ 1 thread
//@ claim: `SeqCst` @ 1 thread < 1.5 * `Relaxed` @ 1 thread
//@ claim: `Relaxed` @ 2 threads > 20 * plain @ 1 thread
//@ claim: `Relaxed` @ 4 threads > 3 * `Relaxed` @ 1 thread

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};

fn counters(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("counters");
    let mut views = 0u64;
    group.bench_function(BenchmarkId::new("plain", "1 thread"), |bencher| {
        bencher.iter(|| *black_box(&mut views) += 1);
    });
    for (name, ordering) in [("`Relaxed`", Ordering::Relaxed), ("`SeqCst`", Ordering::SeqCst)] {
        for (threads, at) in [(1, "1 thread"), (2, "2 threads"), (4, "4 threads")] {
            let views = AtomicU64::new(0);
            group.bench_function(BenchmarkId::new(name, at), |bencher| {
                bencher.iter_custom(|rounds| {
                    together(threads, rounds, |_| {
                        views.fetch_add(1, ordering);
                    })
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, counters);
criterion_main!(benches);
