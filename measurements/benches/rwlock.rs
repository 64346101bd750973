//! Looking up prices behind a lock, and now and then changing one: a `Mutex` against an `RwLock`, for short looks and for long
//! ones, by one thread and by two, and for three shares of changes.
//@ one: look or change
//@ claim: `RwLock`, a short look @ alone < 1.5 * `Mutex`, a short look @ alone
//@ claim: `RwLock`, a short look @ 2 threads, no changes > 3 * `RwLock`, a short look @ alone
//@ claim: `RwLock`, a long look @ 2 threads, no changes < 0.6 * `Mutex`, a long look @ 2 threads, no changes
//@ claim: `RwLock`, a long look @ 2 threads, no changes < 1.8 * `RwLock`, a long look @ alone
//@ claim: `Mutex`, a long look @ 2 threads, no changes > 1.7 * `Mutex`, a long look @ alone

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;
use std::sync::{Mutex, RwLock};

const OPERATIONS: usize = 100;

/// Adds up some prices, one after the other.
fn look(prices: &[u64]) {
    prices.iter().fold(0, |sum, price| black_box(sum + price));
}

fn rwlock(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rwlock");
    group.throughput(Throughput::Elements(OPERATIONS as u64));
    for (looks, how_many) in [("a short look", 1), ("a long look", 2_000)] {
        for (at, threads, changes) in [
            ("alone", 1, 0),
            ("2 threads, no changes", 2, 0),
            ("2 threads, 1 % changes", 2, 1),
            ("2 threads, 50 % changes", 2, 50),
        ] {
            let mut work = |lock, looking: &(dyn Fn() + Sync), changing: &(dyn Fn() + Sync)| {
                group.bench_function(BenchmarkId::new(format!("`{lock}`, {looks}"), at), |bencher| {
                    bencher.iter_custom(|rounds| {
                        together(threads, rounds, |_| {
                            for operation in 0..OPERATIONS {
                                // Spread evenly: with 50 % it's every other one.
                                let changed = operation * changes % OPERATIONS < changes;
                                if changed { changing() } else { looking() }
                            }
                        })
                    });
                });
            };
            let prices = Mutex::new([7; 2_000]);
            work("Mutex", &|| look(&prices.lock().unwrap()[..how_many]), &|| prices.lock().unwrap()[0] += 1);
            let prices = RwLock::new([7; 2_000]);
            work("RwLock", &|| look(&prices.read().unwrap()[..how_many]), &|| prices.write().unwrap()[0] += 1);
        }
    }
    group.finish();
}

criterion_group!(benches, rwlock);
criterion_main!(benches);
