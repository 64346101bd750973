//! A `Once` is called within its own initialisation; std promises a panic or a deadlock
//@ hangs:
//@ panics `one-time initialization may not be performed recursively`, only if initialising again panics:

use std::sync::Once;

static ONCE: Once = Once::new();

fn main() {
    ONCE.call_once(|| ONCE.call_once(|| println!("inner")));
    println!("after");
}
