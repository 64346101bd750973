//! Two exclusive references at once, to two different fields

struct CacheStats {
    hits: u32,
    misses: u32,
}

fn main() {
    let mut stats = CacheStats { hits: 0, misses: 0 };

    let hits = &mut stats.hits;
    let misses = &mut stats.misses;
    *hits += 2;
    *misses += 1;
    *hits += 1;

    println!("{} hits, {} misses", stats.hits, stats.misses);
}
