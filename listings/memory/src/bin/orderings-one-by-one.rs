//! Five functions, and each is one access with one ordering

use std::sync::atomic::{AtomicU64, Ordering};

// ANCHOR: accesses
#[inline(never)]
fn load_relaxed(level: &AtomicU64) -> u64 {
    level.load(Ordering::Relaxed)
}

#[inline(never)]
fn load_in_order(level: &AtomicU64) -> u64 {
    level.load(Ordering::SeqCst)
}

#[inline(never)]
fn store_released(level: &AtomicU64) {
    level.store(3, Ordering::Release);
}

#[inline(never)]
fn store_in_order(level: &AtomicU64) {
    level.store(5, Ordering::SeqCst);
}

#[inline(never)]
fn add_relaxed(level: &AtomicU64) {
    level.fetch_add(1, Ordering::Relaxed);
}
// ANCHOR_END: accesses

fn main() {
    let level = AtomicU64::new(0);
    store_released(&level);
    let first = load_relaxed(&level);
    store_in_order(&level);
    add_relaxed(&level);
    println!("{first}, then {}", load_in_order(&level));
}
