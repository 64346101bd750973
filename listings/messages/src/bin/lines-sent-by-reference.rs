//! Loans travel through a channel within a scope

use std::sync::mpsc;
use std::thread;

fn main() {
    let log = String::from("order 7\nerror: no lamps\norder 8\nerror: no ink");
    let (reader, report) = mpsc::channel();

    thread::scope(|scope| {
        scope.spawn(|| {
            for line in log.lines().filter(|line| line.starts_with("error")) {
                reader.send(line).unwrap();
            }
            drop(reader);
        });
    });

    let errors: Vec<&str> = report.iter().collect();
    println!("{errors:?} of {} lines", log.lines().count());
}
