//! Two requests and a configuration in a `const`
//!
//! If this compiled, as it does with a warning where the lint isn't raised to an error, each request would find a
//! `Once` of its own, and the configuration would be loaded twice. `main` would ask a third one, which says `false`.
//@ fixed-by: waiting/config-loaded-once

use std::sync::Once;
use std::thread;

const CONFIG: Once = Once::new();

#[deny(const_item_interior_mutations)]
fn handle_request() {
    CONFIG.call_once(|| println!("the configuration is loaded")); //~ const_item_interior_mutations: mutation of an interior mutable `const` item
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(handle_request);
        scope.spawn(handle_request);
    });
    println!("both have it: {}", CONFIG.is_completed());
}
