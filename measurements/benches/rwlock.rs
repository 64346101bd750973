//! Two threads that look up prices behind a lock and now and then change one: a `Mutex` against an `RwLock`, for short looks
//! and for long ones, and for four shares of changes.
//@ one: look or change by each of the threads

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;
use std::sync::{Mutex, RwLock};

const OPERATIONS: usize = 100;

/// One price, or the sum of them all.
fn look(prices: &[u64], how_many: usize) {
    black_box(prices[..how_many].iter().fold(0, |sum, price| black_box(sum + price)));
}

fn rwlock(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rwlock");
    group.throughput(Throughput::Elements(OPERATIONS as u64));
    for (looks, how_many) in [("a short look", 1), ("a long look", 2_000)] {
        for changes in [0, 1, 10, 50] {
            let mut work = |lock, looking: &(dyn Fn() + Sync), changing: &(dyn Fn() + Sync)| {
                let series = format!("`{lock}`, {looks}");
                let at = if changes == 0 { "no changes".to_string() } else { format!("{changes} % changes") };
                group.bench_function(BenchmarkId::new(series, at), |bencher| {
                    bencher.iter_custom(|rounds| {
                        together(2, rounds, |_| {
                            for operation in 0..OPERATIONS {
                                // Spread evenly: with 10 % it's every tenth.
                                let changed = operation * changes % OPERATIONS < changes;
                                if changed { changing() } else { looking() }
                            }
                        })
                    });
                });
            };
            let prices = Mutex::new([7; 2_000]);
            work("Mutex", &|| look(&*prices.lock().unwrap(), how_many), &|| prices.lock().unwrap()[0] += 1);
            let prices = RwLock::new([7; 2_000]);
            work("RwLock", &|| look(&*prices.read().unwrap(), how_many), &|| prices.write().unwrap()[0] += 1);
        }
    }
    group.finish();
}

criterion_group!(benches, rwlock);
criterion_main!(benches);
