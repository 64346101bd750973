//! Adding up sales: by one thread, and by two that are started for it, each with one half.
//@ one: sum
//@ claim: two halves @ 1,000 sales > 5 * one thread @ 1,000 sales

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::thread;

/// Adds up what has been sold, less what each sale costs.
fn sum(sales: &[u64]) -> u64 {
    sales.iter().fold(0, |sum, sale| black_box(sum + sale))
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
