//! A thread that is started and joined, with stacks of several sizes: one that isn't used, and one of which a megabyte is.
//@ one: thread
//@ claim: unused @ 256 MB < 3 * unused @ 2 MB
//@ claim: a megabyte used @ 256 MB > 2 * unused @ 256 MB
//@ claim: a megabyte used @ 2 MB > 2 * unused @ 2 MB

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::thread::Builder;

const MEGABYTE: usize = 1024 * 1024;

fn use_a_megabyte() {
    black_box(&mut [7u8; MEGABYTE]);
}

fn stacks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("stacks");
    let uses: [(&str, fn()); 2] = [("unused", || ()), ("a megabyte used", use_a_megabyte)];
    for (name, use_it) in uses {
        for megabytes in [2, 256] {
            group.bench_function(BenchmarkId::new(name, format!("{megabytes} MB")), |bencher| {
                bencher.iter(|| {
                    let thread = Builder::new().stack_size(megabytes * MEGABYTE).spawn(use_it);
                    thread.unwrap().join().unwrap();
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, stacks);
criterion_main!(benches);
