//! A task for any kind of step
//!
//! If this compiled, nothing would go wrong with this program's step, whose future holds a number and a sleep. But
//! `start` accepts any, and the next one could hold an `Rc` across its `.await`, whose count two workers could then
//! change at once.
//@ fixed-by: tasks/any-step-whose-future-may-move

use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10)).await;
    println!("page {page}: stored");
}

// ANCHOR: start
fn start(step: impl AsyncFn(u32) + Send + 'static) -> JoinHandle<()> {
    tokio::spawn(async move {
        //~^ error: future cannot be sent between threads safely
        for page in 1..=3 {
            step(page).await;
        }
    })
}
// ANCHOR_END: start

#[tokio::main]
async fn main() {
    start(async |page| store(page).await).await.unwrap();
}
