//! Counting the spaces in a line of a log, three times the same function: what it counts is thrown away, or kept, or kept and
//! the line hidden from the compiler.
//@ one: line
//@ claim: line hidden and count kept > 5 * count thrown away

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn spaces(line: &str) -> usize {
    line.bytes().filter(|byte| *byte == b' ').count()
}

fn lines(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("spaces-in-a-line");
    let line = "09:14:03 GET /album/17/photo/4 200 in 31 ms, from the cache of the west";
    group.bench_function("count thrown away", |bencher| {
        bencher.iter(|| {
            spaces(line);
        });
    });
    group.bench_function("count kept", |bencher| bencher.iter(|| black_box(spaces(line))));
    group.bench_function("line hidden and count kept", |bencher| {
        bencher.iter(|| black_box(spaces(black_box(line))));
    });
    group.finish();
}

criterion_group!(benches, lines);
criterion_main!(benches);
