//! A job as small as an addition: called as a function, given to a thread of its own, to a thread in a scope, and to a pool of
//! two workers; one at a time, and a hundred at a time.
//@ one: job
//@ claim: a thread of its own @ one at a time > 10000 * a call @ one at a time
//@ claim: a thread in a scope @ one at a time < 2 * a thread of its own @ one at a time
//@ claim: a pool @ one at a time > 0.3 * a thread of its own @ one at a time
//@ claim: a pool @ one at a time > 1000 * a call @ one at a time
//@ claim: a pool @ a hundred at a time < 0.1 * a thread of its own @ a hundred at a time

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

fn job(photo: u64) -> u64 {
    black_box(photo + 1)
}

/// Two workers that take jobs from one queue and put their results into another.
fn pool() -> (Sender<u64>, Receiver<u64>) {
    let (queue, jobs) = channel();
    let (results, done) = channel();
    let jobs = Arc::new(Mutex::new(jobs));
    for _ in 0..2 {
        let (jobs, results) = (Arc::clone(&jobs), results.clone());
        thread::spawn(move || {
            loop {
                let photo = jobs.lock().unwrap().recv();
                let Ok(photo) = photo else { break };
                results.send(job(photo)).unwrap();
            }
        });
    }
    (queue, done)
}

fn jobs(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("jobs");
    let (queue, done) = pool();
    for (at, photos) in [("one at a time", 1), ("a hundred at a time", 100)] {
        group.throughput(Throughput::Elements(photos));
        group.bench_function(BenchmarkId::new("a call", at), |bencher| {
            bencher.iter(|| (0..photos).map(job).sum::<u64>())
        });
        group.bench_function(BenchmarkId::new("a thread of its own", at), |bencher| {
            bencher.iter(|| {
                let threads: Vec<_> = (0..photos).map(|photo| thread::spawn(move || job(photo))).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).sum::<u64>()
            });
        });
        group.bench_function(BenchmarkId::new("a thread in a scope", at), |bencher| {
            bencher.iter(|| {
                thread::scope(|scope| {
                    let threads: Vec<_> = (0..photos).map(|photo| scope.spawn(move || job(photo))).collect();
                    threads.into_iter().map(|thread| thread.join().unwrap()).sum::<u64>()
                })
            });
        });
        group.bench_function(BenchmarkId::new("a pool", at), |bencher| {
            bencher.iter(|| {
                (0..photos).for_each(|photo| queue.send(photo).unwrap());
                (0..photos).map(|_| done.recv().unwrap()).sum::<u64>()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, jobs);
criterion_main!(benches);
