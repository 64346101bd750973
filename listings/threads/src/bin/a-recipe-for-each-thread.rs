//! A clone for each thread, made before the move
//@ unordered

use std::thread;

fn main() {
    let recipe = String::from("flour, water, salt");

    let mut cooks = Vec::new();
    for portions in [2, 4] {
        let recipe = recipe.clone();
        let cook = move || println!("for {portions}: {recipe}");
        cooks.push(thread::spawn(cook));
    }

    for cook in cooks {
        cook.join().unwrap();
    }
}
