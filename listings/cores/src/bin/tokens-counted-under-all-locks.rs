//! A token changes hands under all locks of the map
//@ schedules

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};
use std::thread;

type Shard = HashMap<&'static str, i32>;

#[derive(Default)]
struct Tokens([Mutex<Shard>; 2]);

impl Tokens {
    // ANCHOR: all
    fn all(&self) -> [MutexGuard<'_, Shard>; 2] {
        self.0.each_ref().map(|shard| shard.lock().unwrap())
    }

    fn give(&self, from: &'static str, to: &'static str) {
        let mut shards = self.all();
        *shards[from.len() % 2].entry(from).or_insert(5) -= 1;
        *shards[to.len() % 2].entry(to).or_insert(5) += 1;
    }

    fn total(&self) -> i32 {
        self.all()
            .iter()
            .map(|shard| shard.values().sum::<i32>())
            .sum()
    }
    // ANCHOR_END: all
}

fn main() {
    let tokens = Tokens::default();
    tokens.give("ann", "mary");

    thread::scope(|scope| {
        scope.spawn(|| tokens.give("ann", "mary"));
        println!("{} tokens", tokens.total());
    });
}
