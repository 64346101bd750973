//! Two services send each other two messages, and receive one before they send the next
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (to_billing, billing_inbox) = mpsc::sync_channel(1);
    let (to_orders, orders_inbox) = mpsc::sync_channel(1);

    println!("both services are up");
    let orders = thread::spawn(move || {
        to_billing.send("order 7").unwrap();
        let first = orders_inbox.recv().unwrap();
        to_billing.send("order 8").unwrap();
        [first, orders_inbox.recv().unwrap()]
    });
    let billing = thread::spawn(move || {
        to_orders.send("paid 5").unwrap();
        let first = billing_inbox.recv().unwrap();
        to_orders.send("paid 6").unwrap();
        [first, billing_inbox.recv().unwrap()]
    });

    println!("orders got {:?}", orders.join().unwrap());
    println!("billing got {:?}", billing.join().unwrap());
}
