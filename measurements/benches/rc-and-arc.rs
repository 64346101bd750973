//! What it costs to count owners: a clone of an `Rc` and of an `Arc`, each dropped at once.
//@ one: clone and its drop
//@ claim: Arc > 2 * Rc

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::rc::Rc;
use std::sync::Arc;

fn clones(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rc-and-arc");
    let song = Rc::new(String::from("Blackbird"));
    group.bench_function("Rc", |bencher| bencher.iter(|| Rc::clone(black_box(&song))));
    let song = Arc::new(String::from("Blackbird"));
    group.bench_function("Arc", |bencher| bencher.iter(|| Arc::clone(black_box(&song))));
    group.finish();
}

criterion_group!(benches, clones);
criterion_main!(benches);
