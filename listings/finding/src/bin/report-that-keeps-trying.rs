//! The report tries for the orders until it has them
//@ may-hang
//@ schedules

use std::sync::Mutex;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

static ORDERS: Mutex<Vec<&str>> = Mutex::new(vec![]);
static LAMPS: Mutex<usize> = Mutex::new(3);

// ANCHOR: checkout
fn checkout(ask: Sender<usize>, answers: Receiver<bool>) {
    let mut orders = ORDERS.lock().unwrap();
    ask.send(1).unwrap();
    if answers.recv().unwrap() {
        orders.push("a lamp");
    }
}
// ANCHOR_END: checkout

fn warehouse(questions: Receiver<usize>, answer: Sender<bool>) {
    for wanted in questions {
        let mut lamps = LAMPS.lock().unwrap();
        let left = lamps.checked_sub(wanted);
        *lamps = left.unwrap_or(*lamps);
        answer.send(left.is_some()).unwrap();
    }
}

// ANCHOR: report
fn report() {
    let lamps = LAMPS.lock().unwrap();
    let orders = loop {
        match ORDERS.try_lock() {
            Ok(orders) => break orders,
            Err(_) => thread::yield_now(),
        }
    };
    println!("in stock or sold: {}", *lamps + orders.len());
}
// ANCHOR_END: report

fn main() {
    let (ask, questions) = mpsc::channel();
    let (answer, answers) = mpsc::channel();
    let warehouse = thread::spawn(|| warehouse(questions, answer));
    let checkout = thread::spawn(|| checkout(ask, answers));
    report();
    checkout.join().unwrap();
    warehouse.join().unwrap();
}
