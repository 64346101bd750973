//! Each letter gives its clone of the template away before it waits

use std::rc::Rc;

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for");
}

// ANCHOR: letter
fn text(template: Rc<str>, name: &str) -> String {
    format!("{template} {name}")
}

async fn letter(name: &str) -> String {
    let template = TEMPLATE.with(Rc::clone);
    let text = text(template, name);
    tokio::task::yield_now().await;
    text
}
// ANCHOR_END: letter

#[tokio::main]
async fn main() {
    let ada = tokio::spawn(letter("Ada"));
    let ben = tokio::spawn(letter("Ben"));
    println!("{}", ada.await.unwrap());
    println!("{}", ben.await.unwrap());
}
