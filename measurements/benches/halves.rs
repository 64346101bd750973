//! Adding up sales: by one thread, and by two that are started for it, each with one half.
//@ one: sum of all sales
//@ claim: two halves @ 1,000 sales > 10 * one thread @ 1,000 sales
//@ claim: two halves @ 10,000,000 sales < 0.8 * one thread @ 10,000,000 sales

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::thread;

/// What was sold, with a fifth of tax on each sale.
fn sum(sales: &[u64]) -> u64 {
    black_box(sales).iter().map(|sale| sale + sale / 5).sum()
}

fn halves(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("halves");
    for (at, count) in [("1,000 sales", 1_000), ("100,000 sales", 100_000), ("10,000,000 sales", 10_000_000)] {
        let sales = vec![7; count];
        group.bench_function(BenchmarkId::new("one thread", at), |bencher| bencher.iter(|| sum(&sales)));
        group.bench_function(BenchmarkId::new("two halves", at), |bencher| {
            bencher.iter(|| {
                let (left, right) = sales.split_at(count / 2);
                thread::scope(|scope| {
                    let left = scope.spawn(|| sum(left));
                    sum(right) + left.join().unwrap()
                })
            });
        });
    }
    group.finish();
}

criterion_group!(benches, halves);
criterion_main!(benches);
