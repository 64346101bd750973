//! What it costs to count owners: a clone of an `Rc` and of an `Arc`, each dropped at once, by one thread or by several that
//! clone the same one.
//@ one: clone and its drop
//@ claim: `Arc` @ 1 thread > 2 * `Rc` @ 1 thread
//@ claim: `Arc` @ 2 threads > 2 * `Arc` @ 1 thread

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;

fn clones(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rc-and-arc");
    let song = Rc::new(String::from("Blackbird"));
    group.bench_function(BenchmarkId::new("`Rc`", "1 thread"), |bencher| {
        bencher.iter(|| Rc::clone(black_box(&song)));
    });
    let song = Arc::new(String::from("Blackbird"));
    for (threads, at) in [(1, "1 thread"), (2, "2 threads"), (4, "4 threads")] {
        group.bench_function(BenchmarkId::new("`Arc`", at), |bencher| {
            bencher.iter_custom(|rounds| {
                together(threads, rounds, |_| {
                    black_box(Arc::clone(&song));
                })
            });
        });
    }
    group.finish();
}

criterion_group!(benches, clones);
criterion_main!(benches);
