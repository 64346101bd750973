//! Three workers, three tables, three requests each, and one order for all
//@ schedules

use std::sync::Mutex;
use std::thread;

fn main() {
    let (users, orders, stock) = (Mutex::new(0), Mutex::new(0), Mutex::new(0));

    let serve = |first: &Mutex<u32>, second: &Mutex<u32>| {
        for _request in 0..3 {
            let mut first = first.lock().unwrap();
            *second.lock().unwrap() += 1;
            *first += 1;
        }
    };

    thread::scope(|server| {
        server.spawn(|| serve(&users, &orders));
        server.spawn(|| serve(&orders, &stock));
        server.spawn(|| serve(&users, &stock));
    });
    let written = [users, orders, stock].map(|table| table.into_inner().unwrap());
    println!("rows written: {written:?}");
}
