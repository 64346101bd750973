//! Two threads and one log

use std::thread;

fn main() {
    let log = String::from("GET / 200\nGET /tea 404\nGET / 200");

    let (requests, errors) = thread::scope(|scope| {
        let requests = scope.spawn(|| log.lines().count());
        let errors = scope.spawn(|| log.matches("404").count());
        (requests.join().unwrap(), errors.join().unwrap())
    });

    println!("{errors} of {requests} requests failed");
    println!("{} bytes, still here", log.len());
}
