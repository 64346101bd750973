//! `get_mut` and `make_mut`, alone and with a second owner

use std::sync::Arc;

fn main() {
    let mut songs = Arc::new(vec!["Dawn"]);
    println!("alone: {}", Arc::get_mut(&mut songs).is_some());

    let printed = Arc::clone(&songs);
    println!(
        "with a second owner: {}",
        Arc::get_mut(&mut songs).is_some()
    );

    Arc::make_mut(&mut songs).push("Dusk");
    println!("sung: {songs:?}");
    println!("printed: {printed:?}");
    println!("alone again: {}", Arc::get_mut(&mut songs).is_some());
}
