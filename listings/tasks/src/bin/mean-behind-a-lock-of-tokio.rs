//! A task panics between two halves of a change, under tokio's lock

use std::sync::Arc;
use tokio::sync::Mutex;

struct Mean {
    sum: i32,
    count: i32,
}

// ANCHOR: program
async fn add(mean: Arc<Mutex<Mean>>, reading: Option<i32>) {
    let mut mean = mean.lock().await;
    mean.count += 1;
    mean.sum += reading.unwrap(); //~ panic: called `Option::unwrap()` on a `None` value
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mean = Arc::new(Mutex::new(Mean { sum: 12, count: 1 }));
    let task = tokio::spawn(add(Arc::clone(&mean), None));
    println!("task panicked: {}", task.await.is_err());

    let mean = mean.lock().await;
    println!("mean: {} °C", mean.sum / mean.count);
}
// ANCHOR_END: program
