//! Two letters from one template
//!
//! If this compiled, a letter could take its clone on one worker, go on after the `.await` on another, and drop it
//! there while the first worker clones the same template for the next letter. Both would change one count at once.
//@ fixed-by: tasks/template-cloned-by-arc

use std::rc::Rc;

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for");
}

async fn letter(name: &str) -> String {
    let template = TEMPLATE.with(Rc::clone);
    tokio::task::yield_now().await;
    format!("{template} {name}")
}

#[tokio::main]
async fn main() {
    let ada = tokio::spawn(letter("Ada")); //~ error: future cannot be sent between threads safely
    let ben = tokio::spawn(letter("Ben")); //~ error: future cannot be sent between threads safely
    println!("{}", ada.await.unwrap());
    println!("{}", ben.await.unwrap());
}
