//! `main` sets a hook, and a thread with a name panics

use std::panic;
use std::thread;

fn main() {
    panic::set_hook(Box::new(|_| {
        let current = thread::current();
        println!(
            "panicked: {}",
            current.name().unwrap_or("a thread without a name")
        );
    }));
    let mailer = thread::Builder::new()
        .name("mailer".to_string())
        .spawn(|| panic!("no address"))
        .unwrap();
    println!("mailer ended well: {}", mailer.join().is_ok());
}
