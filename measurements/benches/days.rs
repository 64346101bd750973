//! How many days there are from 1970 to 2026, worked out three times by the same function: its result is thrown away, or kept,
//! or kept and the year hidden from the compiler.
//@ one: call
//@ claim: year hidden and result kept > 5 * result thrown away
//@ claim: year hidden and result kept > 5 * result kept

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

/// The days from the beginning of 1970 to the beginning of that year, year by year.
fn days_until(year: u32) -> u32 {
    (1970..year).map(|year| if year.is_multiple_of(4) { 366 } else { 365 }).sum()
}

fn days(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("days");
    group.bench_function("result thrown away", |bencher| {
        bencher.iter(|| {
            days_until(2026);
        });
    });
    group.bench_function("result kept", |bencher| bencher.iter(|| black_box(days_until(2026))));
    group.bench_function("year hidden and result kept", |bencher| {
        bencher.iter(|| black_box(days_until(black_box(2026))));
    });
    group.finish();
}

criterion_group!(benches, days);
criterion_main!(benches);
