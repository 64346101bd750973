//! Two threads that hand a turn back and forth, and have nothing else to do: by a lock and a `Condvar`, by `park` and `unpark`,
//! by two channels, and by asking an atomic again and again.
//@ one: turn handed over and back
//@ claim: `Condvar` > 10 * spinning
//@ claim: `park` and `unpark` > 10 * spinning
//@ claim: two channels > 10 * spinning
//@ claim: asking, and giving up the core < 0.3 * `Condvar`

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::spin_loop;
use std::sync::atomic::{AtomicU64, Ordering::Acquire, Ordering::Release};
use std::sync::{Condvar, Mutex, mpsc};
use std::thread::{self, Thread, yield_now};
use std::time::{Duration, Instant};

/// The turn is a number: even for the one player, odd for the other. A player waits for a turn and raises it.
fn play(rounds: u64, wait_and_raise: impl Fn(u64) + Sync) -> Duration {
    thread::scope(|scope| {
        let start = Instant::now();
        scope.spawn(|| (0..rounds).for_each(|round| wait_and_raise(2 * round + 1)));
        (0..rounds).for_each(|round| wait_and_raise(2 * round));
        start.elapsed()
    })
}

fn by_condvar(rounds: u64) -> Duration {
    let (turn, changed) = (Mutex::new(0), Condvar::new());
    play(rounds, |mine| {
        let mut turn = changed.wait_while(turn.lock().unwrap(), |turn| *turn != mine).unwrap();
        *turn += 1;
        changed.notify_one();
    })
}

fn by_asking(rounds: u64, pause: fn()) -> Duration {
    let turn = AtomicU64::new(0);
    play(rounds, |mine| {
        while turn.load(Acquire) != mine {
            pause();
        }
        turn.store(mine + 1, Release);
    })
}

fn by_parking(rounds: u64) -> Duration {
    let turn = AtomicU64::new(0);
    let hand_over = |mine, other: &Thread| {
        while turn.load(Acquire) != mine {
            thread::park();
        }
        turn.store(mine + 1, Release);
        other.unpark();
    };
    let main = thread::current();
    thread::scope(|scope| {
        let start = Instant::now();
        let other = scope.spawn(|| (0..rounds).for_each(|round| hand_over(2 * round + 1, &main)));
        (0..rounds).for_each(|round| hand_over(2 * round, other.thread()));
        start.elapsed()
    })
}

fn by_channels(rounds: u64) -> Duration {
    let (there, questions) = mpsc::channel();
    let (back, answers) = mpsc::channel();
    thread::scope(|scope| {
        let start = Instant::now();
        scope.spawn(move || questions.iter().for_each(|turn: u64| back.send(turn).unwrap()));
        for turn in 0..rounds {
            there.send(turn).unwrap();
            answers.recv().unwrap();
        }
        drop(there);
        start.elapsed()
    })
}

fn turns(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("turns");
    group.bench_function("`Condvar`", |bencher| bencher.iter_custom(by_condvar));
    group.bench_function("`park` and `unpark`", |bencher| bencher.iter_custom(by_parking));
    group.bench_function("two channels", |bencher| bencher.iter_custom(by_channels));
    group.bench_function("asking, and giving up the core", |bencher| {
        bencher.iter_custom(|rounds| by_asking(rounds, yield_now));
    });
    group.bench_function("spinning", |bencher| bencher.iter_custom(|rounds| by_asking(rounds, spin_loop)));
    group.finish();
}

criterion_group!(benches, turns);
criterion_main!(benches);
