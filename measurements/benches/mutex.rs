//! A `Mutex` with the number of seats sold: an addition under the lock, a longer computation under it, and the same
//! computation before it, with the addition alone under the lock.
//@ one: sale
//@ claim: an addition inside @ 2 threads > 4 * an addition inside @ 1 thread
//@ claim: the price inside @ 2 threads > 1.7 * the price inside @ 1 thread
//@ claim: the price outside @ 2 threads < 0.6 * the price inside @ 2 threads
//@ claim: the price inside @ 1 thread < 1.5 * the price outside @ 1 thread
//@ claim: an addition inside @ 1 thread < 0.3 * the price inside @ 1 thread

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;
use std::sync::Mutex;

/// What the seat costs, after two hundred steps of computing.
fn price(seat: u64) -> u64 {
    (0..200).fold(black_box(seat), |sum, step| (sum ^ step).wrapping_mul(31))
}

fn mutex(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("mutex");
    for (threads, at) in [(1, "1 thread"), (2, "2 threads"), (4, "4 threads")] {
        let mut sells = |name, sale: &(dyn Fn(&Mutex<u64>) + Sync)| {
            let sold = Mutex::new(0);
            group.bench_function(BenchmarkId::new(name, at), |bencher| {
                bencher.iter_custom(|rounds| together(threads, rounds, |_| sale(&sold)));
            });
        };
        sells("an addition inside", &|sold| *sold.lock().unwrap() += 1);
        sells("the price inside", &|sold| {
            let mut sold = sold.lock().unwrap();
            *sold = sold.wrapping_add(price(*sold));
        });
        sells("the price outside", &|sold| {
            let price = price(7);
            let mut sold = sold.lock().unwrap();
            *sold = sold.wrapping_add(price);
        });
    }
    group.finish();
}

criterion_group!(benches, mutex);
criterion_main!(benches);
