//! A server writes four lines into a log that has room for three

use crossbeam::queue::ArrayQueue;

fn main() {
    let log = ArrayQueue::new(3);
    for line in ["started", "GET /", "GET /cart", "cart: no database"] {
        if let Err(line) = log.push(line) {
            println!("no room: {line}");
        }
    }
    while let Some(line) = log.pop() {
        println!("kept: {line}");
    }
}
