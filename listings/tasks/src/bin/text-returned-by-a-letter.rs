//! A letter hands back the text it was written from

use std::rc::Rc;

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for all");
}

// ANCHOR: letter
async fn letter(name: &str) -> String {
    println!("sent to {name}");
    TEMPLATE.with(|template| template.to_string())
}
// ANCHOR_END: letter

#[tokio::main]
async fn main() {
    let ada = tokio::spawn(letter("Ada"));
    println!("{}", ada.await.unwrap());
}
