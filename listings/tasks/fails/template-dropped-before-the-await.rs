//! Each letter drops its clone of the template before it waits
//!
//! If this compiled, nothing would go wrong: each clone is dropped on the worker that made it. The same rule refuses a
//! clone that's still in use after the pause, and could be dropped on another worker than the one that made it.
//@ fixed-by: tasks/template-in-a-block-before-the-await

use std::rc::Rc;

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for");
}

// ANCHOR: letter
async fn letter(name: &str) -> String {
    let template = TEMPLATE.with(Rc::clone);
    let text = format!("{template} {name}");
    drop(template);
    tokio::task::yield_now().await;
    text
}

#[tokio::main]
async fn main() {
    let ada = tokio::spawn(letter("Ada")); //~ error: future cannot be sent between threads safely
    let ben = tokio::spawn(letter("Ben")); //~ error: future cannot be sent between threads safely
    // ANCHOR_END: letter
    println!("{}", ada.await.unwrap());
    println!("{}", ben.await.unwrap());
}
