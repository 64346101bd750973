//! Photos on their way from one thread to another: through a channel without a bound, and through channels with room for 100,
//! for 1 and for none; as 8 bytes, as 4,000 bytes, and as a box with 4,000 bytes in it.
//@ one: message
//@ claim: no bound @ 4,000 bytes > 3 * no bound @ 8 bytes
//@ claim: no bound @ 4,000 bytes in a box > no bound @ 4,000 bytes
//@ claim: room for 100 @ 8 bytes > 1.5 * no bound @ 8 bytes
//@ claim: room for 1 @ 8 bytes > 10 * room for 100 @ 8 bytes
//@ claim: no room @ 8 bytes > 10 * room for 100 @ 8 bytes

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::mpsc::{channel, sync_channel};
use std::thread;

/// Sends so many messages on one thread and receives them on another.
fn send_all<T: Send>(messages: u64, message: impl Fn() -> T + Send, room: Option<usize>) {
    thread::scope(|scope| match room {
        None => {
            let (sender, receiver) = channel();
            scope.spawn(move || (0..messages).for_each(|_| sender.send(message()).unwrap()));
            receiver.iter().for_each(|message| drop(black_box(message)));
        }
        Some(room) => {
            let (sender, receiver) = sync_channel(room);
            scope.spawn(move || (0..messages).for_each(|_| sender.send(message()).unwrap()));
            receiver.iter().for_each(|message| drop(black_box(message)));
        }
    });
}

fn channels(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("channels");
    for (name, room) in [("no bound", None), ("room for 100", Some(100)), ("room for 1", Some(1)), ("no room", Some(0))]
    {
        // So many that it doesn't count that a thread is started for them.
        let messages = if room.is_some_and(|room| room < 2) { 1_000 } else { 10_000 };
        group.throughput(Throughput::Elements(messages));
        group.bench_function(BenchmarkId::new(name, "8 bytes"), |bencher| {
            bencher.iter(|| send_all(messages, || black_box(7u64), room));
        });
        if room.is_none_or(|room| room > 1) {
            group.bench_function(BenchmarkId::new(name, "4,000 bytes"), |bencher| {
                bencher.iter(|| send_all(messages, || black_box([7u8; 4_000]), room));
            });
            group.bench_function(BenchmarkId::new(name, "4,000 bytes in a box"), |bencher| {
                bencher.iter(|| send_all(messages, || black_box(vec![7u8; 4_000].into_boxed_slice()), room));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, channels);
criterion_main!(benches);
