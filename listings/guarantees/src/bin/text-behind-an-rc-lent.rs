//! What the `Rc` points to is lent, and not the `Rc`

use std::rc::Rc;
use std::thread;

fn main() {
    let recipe: Rc<str> = Rc::from("flour, water, salt");
    let recipe: &str = &recipe;

    thread::scope(|scope| {
        scope.spawn(|| println!("{} letters", recipe.len()));
    });
}
