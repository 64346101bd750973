//! Each letter has its clone of the template in a block that ends before it waits

use std::rc::Rc;

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for");
}

// ANCHOR: letter
async fn letter(name: &str) -> String {
    let text = {
        let template = TEMPLATE.with(Rc::clone);
        format!("{template} {name}")
    };
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
