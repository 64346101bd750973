//! `get_mut` and `make_mut`, alone and with a second owner

use std::sync::Arc;

fn main() {
    let mut config = Arc::new(vec!["search"]);
    println!("alone: {}", Arc::get_mut(&mut config).is_some());

    let request = Arc::clone(&config);
    println!(
        "with a second owner: {}",
        Arc::get_mut(&mut config).is_some()
    );

    Arc::make_mut(&mut config).push("export");
    println!("from now on: {config:?}");
    println!("this request: {request:?}");
    println!("alone again: {}", Arc::get_mut(&mut config).is_some());
}
