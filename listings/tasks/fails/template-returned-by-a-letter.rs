//! A letter hands back the template it was written from
//!
//! If this compiled, nothing would go wrong with one letter: `main` would drop its clone before the worker's thread
//! ends. With a second, the worker could clone while `main` drops, and both would change one count at once.
//@ fixed-by: tasks/text-returned-by-a-letter

use std::rc::Rc;

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for all");
}

// ANCHOR: letter
async fn letter(name: &str) -> Rc<str> {
    println!("sent to {name}");
    TEMPLATE.with(Rc::clone)
}

#[tokio::main]
async fn main() {
    let ada = tokio::spawn(letter("Ada")); //~ E0277: `Rc<str>` cannot be sent between threads safely
    // ANCHOR_END: letter
    println!("{}", ada.await.unwrap());
}
