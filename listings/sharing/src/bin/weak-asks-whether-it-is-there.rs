//! A `Weak` asks for a configuration, before and after its last owner is gone

use std::sync::{Arc, Weak};

fn ask(config: &Weak<Vec<&str>>) {
    match config.upgrade() {
        Some(features) => println!("{} features", features.len()),
        None => println!("no config any more"),
    }
}

fn main() {
    let config = Arc::new(vec!["search", "upload"]);
    let plugin = Arc::downgrade(&config);

    ask(&plugin);
    println!("owners: {}", Arc::strong_count(&config));

    drop(config);
    ask(&plugin);
}
