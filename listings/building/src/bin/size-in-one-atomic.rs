//! A photo is turned, and its width and its height are one number of 64 bits
//@ outcome: page: 1200 x 800
//@ outcome: page: 800 x 1200
//@ schedules

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;

static SIZE: AtomicU64 = AtomicU64::new(packed(1200, 800));

const fn packed(width: u32, height: u32) -> u64 {
    ((width as u64) << 32) | height as u64
}

fn main() {
    let editor = thread::spawn(|| SIZE.store(packed(800, 1200), Relaxed));
    let size = SIZE.load(Relaxed);
    let (width, height) = ((size >> 32) as u32, size as u32);
    println!("page: {width} x {height}");
    editor.join().unwrap();
}
