//! Three tiles are drawn in a scope, one of them without a scale

use std::panic;
use std::sync::atomic::{AtomicU32, Ordering};

static DRAWN: AtomicU32 = AtomicU32::new(0);

// ANCHOR: tiles
fn draw(scale: &str) {
    let _scale: u32 = scale.parse().expect("no scale"); //~ panic: no scale
    DRAWN.fetch_add(1, Ordering::Relaxed);
}

fn main() {
    let map = panic::catch_unwind(|| {
        rayon::scope(|scope| {
            for scale in ["25", "", "100"] {
                scope.spawn(move |_| draw(scale));
            }
        });
    });
    let state = if map.is_ok() { "whole" } else { "broken" };
    let drawn = DRAWN.load(Ordering::Relaxed);
    println!("{drawn} drawn, the map is {state}");
}
// ANCHOR_END: tiles
