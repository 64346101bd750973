//! A station sends something that isn't a number

// ANCHOR: program
async fn celsius(reading: &str) -> i32 {
    reading.parse().unwrap() //~ panic: InvalidDigit
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let oslo = tokio::spawn(celsius("12"));
    let bergen = tokio::spawn(celsius("ice"));
    println!("Oslo: {} °C", oslo.await.unwrap());
    match bergen.await {
        Ok(degrees) => println!("Bergen: {degrees} °C"),
        Err(error) => println!("Bergen: panicked: {}", error.is_panic()),
    }
}
// ANCHOR_END: program
