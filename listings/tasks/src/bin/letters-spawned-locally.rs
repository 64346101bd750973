//! Two letters from one template, on tasks that stay on their thread

use std::rc::Rc;
use tokio::task::{LocalSet, spawn_local};

thread_local! {
    static TEMPLATE: Rc<str> = Rc::from("The news for");
}

async fn letter(name: &str) -> String {
    let template = TEMPLATE.with(Rc::clone);
    tokio::task::yield_now().await;
    format!("{template} {name}")
}

// ANCHOR: main
#[tokio::main(flavor = "current_thread")]
async fn main() {
    let letters = async {
        let ada = spawn_local(letter("Ada"));
        let ben = spawn_local(letter("Ben"));
        println!("{}", ada.await.unwrap());
        println!("{}", ben.await.unwrap());
    };
    LocalSet::new().run_until(letters).await;
}
// ANCHOR_END: main
