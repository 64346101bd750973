//! Two letters from one template, cloned by `Arc`

use std::sync::Arc;

// ANCHOR: template
thread_local! {
    static TEMPLATE: Arc<str> = Arc::from("The news for");
}
// ANCHOR_END: template

async fn letter(name: &str) -> String {
    let template = TEMPLATE.with(Arc::clone);
    tokio::task::yield_now().await;
    format!("{template} {name}")
}

#[tokio::main]
async fn main() {
    let ada = tokio::spawn(letter("Ada"));
    let ben = tokio::spawn(letter("Ben"));
    println!("{}", ada.await.unwrap());
    println!("{}", ben.await.unwrap());
}
