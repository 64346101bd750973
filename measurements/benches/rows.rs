//! A checksum for each row of a table: by one loop, by two threads in a scope, each with half of the rows, and by Rayon. In an
//! even table each row is as long as any other; in an uneven one the last tenth of the rows has nearly all the numbers.
//@ one: table
//@ claim: Rayon @ even, 1,000 numbers > 3 * a loop @ even, 1,000 numbers
//@ claim: two threads @ even, 1,000 numbers > 2 * Rayon @ even, 1,000 numbers
//@ claim: two threads @ even, 10 million < 0.8 * a loop @ even, 10 million
//@ claim: Rayon @ even, 10 million < 1.4 * two threads @ even, 10 million
//@ claim: two threads @ uneven, 10 million > 0.8 * a loop @ uneven, 10 million
//@ claim: Rayon @ uneven, 10 million < 0.8 * two threads @ uneven, 10 million

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use rayon::prelude::*;
use std::hint::black_box;
use std::thread;

type Row = Vec<u64>;

/// How the checksums of all rows are computed. What it gives is the largest, so that none is left out.
type Way = fn(&[Row]) -> u64;

fn checksum(row: &Row) -> u64 {
    black_box(row).iter().fold(0, |sum, number| sum.wrapping_mul(31).wrapping_add(*number))
}

fn loop_alone(rows: &[Row]) -> u64 {
    rows.iter().map(checksum).max().unwrap()
}

fn two_threads(rows: &[Row]) -> u64 {
    let (first, second) = rows.split_at(rows.len() / 2);
    thread::scope(|scope| {
        let first = scope.spawn(|| loop_alone(first));
        loop_alone(second).max(first.join().unwrap())
    })
}

fn rayon_for_each_row(rows: &[Row]) -> u64 {
    rows.par_iter().map(checksum).max().unwrap()
}

fn even(rows: usize, numbers: usize) -> Vec<Row> {
    vec![vec![7; numbers]; rows]
}

fn uneven(rows: usize, numbers: usize) -> Vec<Row> {
    let long = rows / 10;
    (0..rows).map(|row| vec![7; if row < rows - long { 1 } else { numbers * 10 }]).collect()
}

fn rows(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rows");
    let tables = [
        ("even, 1,000 numbers", even(10, 100)),
        ("even, 10 million", even(1_000, 10_000)),
        ("uneven, 10 million", uneven(1_000, 10_000)),
    ];
    let ways: [(&str, Way); 3] = [("a loop", loop_alone), ("two threads", two_threads), ("Rayon", rayon_for_each_row)];
    for (at, table) in &tables {
        for (name, way) in ways {
            group.bench_function(BenchmarkId::new(name, at), |bencher| bencher.iter(|| way(table)));
        }
    }
    group.finish();
}

criterion_group!(benches, rows);
criterion_main!(benches);
