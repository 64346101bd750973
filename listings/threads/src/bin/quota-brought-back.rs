//! The thread's copy of the number is returned, and `main` takes it over

use std::thread;

fn main() {
    let mut quota = 100;

    let importer = thread::spawn(move || {
        quota -= 30;
        quota
    });

    quota = importer.join().unwrap();
    quota -= 1;
    println!("main: {quota} left");
}
