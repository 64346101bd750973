//! A task for any kind of step whose future may move

use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10)).await;
    println!("page {page}: stored");
}

// ANCHOR: start
fn start<Fut>(step: impl Fn(u32) -> Fut + Send + 'static) -> JoinHandle<()>
where
    Fut: Future<Output = ()> + Send + 'static,
{
    // ANCHOR_END: start
    tokio::spawn(async move {
        for page in 1..=3 {
            step(page).await;
        }
    })
}

#[tokio::main]
async fn main() {
    start(async |page| store(page).await).await.unwrap();
}
