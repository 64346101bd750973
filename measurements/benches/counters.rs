//! Adding one to a counter: of the thread's own, in an atomic, and in an atomic that several threads add to.
//@ one: addition
//@ claim: `Relaxed` @ 2 threads > 3 * `Relaxed` @ 1 thread

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};

fn counters(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("counters");
    let mut count = 0u64;
    group.bench_function(BenchmarkId::new("plain", "1 thread"), |bencher| {
        bencher.iter(|| *black_box(&mut count) += 1);
    });
    for (name, ordering) in [("`Relaxed`", Ordering::Relaxed), ("`SeqCst`", Ordering::SeqCst)] {
        for threads in [1, 2, 4] {
            let at = if threads == 1 { "1 thread".to_string() } else { format!("{threads} threads") };
            let count = AtomicU64::new(0);
            group.bench_function(BenchmarkId::new(name, at), |bencher| {
                bencher.iter_custom(|rounds| {
                    together(threads, rounds, |_| {
                        count.fetch_add(1, ordering);
                    })
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, counters);
criterion_main!(benches);
