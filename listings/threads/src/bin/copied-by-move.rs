//! One name, on two threads

use std::thread;

fn main() {
    let mut quota = 100;

    let importer = thread::spawn(move || {
        quota -= 30;
        println!("importer: {quota} left");
    });

    importer.join().unwrap();
    quota -= 1;
    println!("main: {quota} left");
}
