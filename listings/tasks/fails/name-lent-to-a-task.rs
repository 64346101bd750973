//! A newsletter starts a task for each name
//!
//! If this compiled, `announce` could return and free its text before the task has printed it. The task would then
//! print from memory that has been freed.
//@ fixed-by: tasks/name-given-to-a-task

use tokio::task::JoinHandle;

// ANCHOR: announce
async fn send(to: &str) {
    tokio::task::yield_now().await;
    println!("sent to {to}");
}

fn announce(name: &str) -> JoinHandle<()> {
    let to = format!("{name}@example.com");
    tokio::spawn(send(&to)) //~ E0597: `to` does not live long enough
}
// ANCHOR_END: announce

#[tokio::main]
async fn main() {
    announce("ada").await.unwrap();
}
