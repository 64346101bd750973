//! The hook of a shop tells of each panic in its own way

use std::backtrace::Backtrace;
use std::panic;
use std::thread;

fn address(order: usize) -> &'static str {
    ["Elm Street 3", "Quay 11"][order]
}

fn main() {
    // ANCHOR: hook
    panic::set_hook(Box::new(|panic| {
        let thread = thread::current();
        let name = thread.name().unwrap_or("a thread without a name");
        let words = panic.payload_as_str().unwrap_or("?");
        println!("{name} panicked: {words}");

        let stack = Backtrace::force_capture().to_string();
        let was_there = stack.contains("::address");
        println!("while it looked for an address: {was_there}");
    }));
    // ANCHOR_END: hook

    let mailer = thread::Builder::new().name("mailer".to_string());
    let mailer = mailer.spawn(|| println!("to {}", address(2))).unwrap();
    println!("the mailer ended well: {}", mailer.join().is_ok());
}
