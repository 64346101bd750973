//! A report of three pages that gives way after each, and a health check

fn page(number: u64) -> u64 {
    let seats = 1..=number * 100;
    seats.filter(|seat| seat % 7 == 0).sum()
}

// ANCHOR: report
async fn report() {
    for number in 1..=3 {
        println!("report: page {number}, {} euros", page(number));
        tokio::task::yield_now().await;
    }
}
// ANCHOR_END: report

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let report = tokio::spawn(report());
    let health = tokio::spawn(async { println!("health: still here") });
    report.await.unwrap();
    health.await.unwrap();
}
