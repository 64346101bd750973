//! A computation that shares nothing, done by several threads at once: how long each waits until all have done theirs.
//@ one: computation by each of the threads
//@ claim: 8 threads > 1.5 * 1 thread

use criterion::{Criterion, criterion_group, criterion_main};
use measurements::together;
use std::hint::black_box;

/// A few thousand steps, each of which needs the result of the last.
fn checksum(seed: u64) -> u64 {
    (0..5_000).fold(seed, |sum, byte| (sum ^ byte).wrapping_mul(0x0100_0000_01b3))
}

fn cores(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("cores");
    for threads in [1, 2, 4, 8] {
        let name = if threads == 1 { "1 thread".to_string() } else { format!("{threads} threads") };
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|rounds| {
                together(threads, rounds, |_| {
                    black_box(checksum(black_box(7)));
                })
            });
        });
    }
    group.finish();
}

criterion_group!(benches, cores);
criterion_main!(benches);
