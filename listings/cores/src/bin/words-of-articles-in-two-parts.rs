//! The words of all articles, counted by two threads of a scope
//@ schedules

use std::thread;

fn words(article: &str) -> usize {
    article.split_whitespace().count()
}

fn main() {
    let articles = [
        "the harbour freezes",
        "a new bridge",
        "the old bridge is sold",
    ];

    // ANCHOR: counting
    let total: usize = thread::scope(|scope| {
        let counters: Vec<_> = articles
            .chunks(2)
            .map(|part| scope.spawn(|| part.iter().map(|article| words(article)).sum::<usize>()))
            .collect();
        counters
            .into_iter()
            .map(|counter| counter.join().unwrap())
            .sum()
    });
    // ANCHOR_END: counting
    println!("{total} words");
}
