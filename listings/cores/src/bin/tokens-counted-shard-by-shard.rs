//! A token changes hands while all are counted
//@ outcome: 9 tokens
//@ outcome: 10 tokens
//@ schedules

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread;

// ANCHOR: program
type Shard = HashMap<&'static str, i32>;

#[derive(Default)]
struct Tokens([Mutex<Shard>; 2]);

impl Tokens {
    fn add(&self, client: &'static str, tokens: i32) {
        let mut shard = self.0[client.len() % 2].lock().unwrap();
        *shard.entry(client).or_insert(0) += tokens;
    }

    fn total(&self) -> i32 {
        let in_shard = |shard: &Mutex<Shard>| shard.lock().unwrap().values().sum::<i32>();
        self.0.iter().map(in_shard).sum()
    }
}

fn main() {
    let tokens = Tokens::default();
    tokens.add("mary", 5);
    tokens.add("ann", 5);

    thread::scope(|scope| {
        scope.spawn(|| {
            tokens.add("ann", -1);
            tokens.add("mary", 1);
        });
        println!("{} tokens", tokens.total());
    });
}
// ANCHOR_END: program
