//! A thousand folders are added up, and each joining of two halves is counted

use std::sync::atomic::{AtomicU32, Ordering};

static JOINED: AtomicU32 = AtomicU32::new(0);

fn weigh(files: &[u64], grain: usize) -> u64 {
    if files.len() <= grain {
        return files.iter().sum();
    }
    JOINED.fetch_add(1, Ordering::Relaxed);
    let (left, right) = files.split_at(files.len() / 2);
    let (left, right) = rayon::join(|| weigh(left, grain), || weigh(right, grain));
    left + right
}

fn main() {
    let files = vec![2; 1000];
    for grain in [1, 250] {
        JOINED.store(0, Ordering::Relaxed);
        let total = weigh(&files, grain);
        println!(
            "{total} MB, joined {} times",
            JOINED.load(Ordering::Relaxed)
        );
    }
}
