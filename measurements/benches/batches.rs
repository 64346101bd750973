//! Two threads that count page views and add them to one counter: each view at once, or after ten, or after a thousand of them;
//! and each view in a thread-local, which is added when all is counted.
//@ one: view
//@ claim: at once > 3 * in tens
//@ claim: at once > 10 * in thousands
//@ claim: at once > 5 * thread-local

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use measurements::together;
use std::cell::Cell;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

const VIEWS: u64 = 1_000;

static TOTAL: AtomicU64 = AtomicU64::new(0);

thread_local! {
    static OWN: Cell<u64> = const { Cell::new(0) };
}

/// Counts the views one by one, and adds them to the total whenever there are `size` of them.
fn in_batches_of(size: u64) {
    let mut views = 0;
    for _ in 0..VIEWS {
        views = black_box(views + 1);
        if views == size {
            TOTAL.fetch_add(views, Relaxed);
            views = 0;
        }
    }
}

fn in_a_thread_local() {
    for _ in 0..VIEWS {
        OWN.with(|own| own.set(black_box(own.get() + 1)));
    }
    TOTAL.fetch_add(OWN.replace(0), Relaxed);
}

fn batches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("batches");
    group.throughput(Throughput::Elements(VIEWS));
    for (name, size) in [("at once", 1), ("in tens", 10), ("in thousands", 1_000)] {
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|rounds| together(2, rounds, |_| in_batches_of(size)));
        });
    }
    group.bench_function("thread-local", |bencher| {
        bencher.iter_custom(|rounds| together(2, rounds, |_| in_a_thread_local()));
    });
    group.finish();
}

criterion_group!(benches, batches);
criterion_main!(benches);
