//! Pages are counted by an `async` block that borrows the count
//!
//! If this compiled, each block would lead to its own `page`, which lay on the stack of a call that has returned when
//! the block is polled. The count by itself would come out right here, since each future is done before the next is
//! made. But the signature lets `for_each_page` keep two of them, and both would have an exclusive reference to
//! `stored`.
//@ fixed-by: tasks/pages-counted-by-an-async-closure

use std::time::Duration;
use tokio::time::sleep;

async fn store(page: u32) {
    sleep(Duration::from_millis(10)).await;
    println!("page {page}: stored");
}

// ANCHOR: program
async fn for_each_page<Fut: Future<Output = ()>>(mut step: impl FnMut(u32) -> Fut) {
    for page in 1..=3 {
        sleep(Duration::from_millis(100)).await;
        step(page).await;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let mut stored = 0;
    // ANCHOR: call
    for_each_page(|page| async {
        //~^ E0373: may outlive the current function
        //~^ error: captured variable cannot escape
        store(page).await;
        stored += 1;
    })
    .await;
    // ANCHOR_END: call
    println!("{stored} pages");
}
// ANCHOR_END: program
