//! A load and a store of an atomic that no other thread uses, each with the weakest ordering and with the strictest.
//@ one: access
//@ claim: a load, `SeqCst` < 1.5 * a load, `Relaxed`
//@ claim: a store, `SeqCst` > 4 * a store, `Relaxed`

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::atomic::{
    AtomicU64,
    Ordering::{self, Relaxed, SeqCst},
};

fn load(reading: &AtomicU64, ordering: Ordering) -> u64 {
    black_box(reading).load(ordering)
}

fn store(reading: &AtomicU64, ordering: Ordering) {
    black_box(reading).store(21, ordering);
}

fn orderings(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("orderings");
    let reading = AtomicU64::new(20);
    group.bench_function("a load, `Relaxed`", |bencher| bencher.iter(|| load(&reading, Relaxed)));
    group.bench_function("a load, `SeqCst`", |bencher| bencher.iter(|| load(&reading, SeqCst)));
    group.bench_function("a store, `Relaxed`", |bencher| bencher.iter(|| store(&reading, Relaxed)));
    group.bench_function("a store, `SeqCst`", |bencher| bencher.iter(|| store(&reading, SeqCst)));
    group.finish();
}

criterion_group!(benches, orderings);
criterion_main!(benches);
