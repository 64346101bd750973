//! One task sends two letters and lends out its tally

// ANCHOR: send
async fn send(name: &str, tally: &mut u32) {
    tokio::task::yield_now().await;
    *tally += 1;
    println!("sent to {name}");
}
// ANCHOR_END: send

async fn round() {
    let mut tally = 0;
    send("Ada", &mut tally).await;
    send("Ben", &mut tally).await;
    println!("{tally} letters");
}

#[tokio::main]
async fn main() {
    tokio::spawn(round()).await.unwrap();
}
