//! A task panics between two halves of a change, under the lock of `std`

use std::sync::{Arc, Mutex};

struct Mean {
    sum: i32,
    count: i32,
}

async fn add(mean: Arc<Mutex<Mean>>, reading: Option<i32>) {
    let mut mean = mean.lock().unwrap();
    mean.count += 1;
    mean.sum += reading.unwrap(); //~ panic: called `Option::unwrap()` on a `None` value
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mean = Arc::new(Mutex::new(Mean { sum: 12, count: 1 }));
    let task = tokio::spawn(add(Arc::clone(&mean), None));
    println!("task panicked: {}", task.await.is_err());

    // ANCHOR: look
    match mean.lock() {
        Ok(mean) => println!("mean: {} °C", mean.sum / mean.count),
        Err(_) => println!("mean: unknown"),
    }
    // ANCHOR_END: look
}
