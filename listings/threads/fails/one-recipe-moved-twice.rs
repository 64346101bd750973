//! The first turn of the loop gives the recipe away, the second has none
//!
//! If this compiled, two threads would own one string. Both would free it, the slower one a second time, and it might
//! still be reading when the quicker one frees.
//@ fixed-by: threads/a-recipe-for-each-thread

use std::thread;

fn main() {
    let recipe = String::from("flour, water, salt");

    let mut cooks = Vec::new();
    for portions in [2, 4] {
        let cook = move || println!("for {portions}: {recipe}"); //~ E0382: use of moved value: `recipe`
        cooks.push(thread::spawn(cook));
    }

    for cook in cooks {
        cook.join().unwrap();
    }
}
