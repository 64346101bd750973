//! Two towns have their rain of a year added up, each by a task of its own

// ANCHOR: program
async fn rain(month: u64) -> u64 {
    println!("task: begins");
    let year = (1..=12).map(|number| number * month).sum();
    println!("task: done");
    year
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let oslo = tokio::spawn(rain(10));
    let bergen = tokio::spawn(rain(30));
    let (oslo, bergen) = (oslo.await.unwrap(), bergen.await.unwrap());
    println!("Oslo: {oslo} mm, Bergen: {bergen} mm");
}
// ANCHOR_END: program
