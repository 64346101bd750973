//! Two printers that panic

use std::thread;

fn report(ended: thread::Result<()>) {
    let payload = ended.unwrap_err();
    if let Some(text) = payload.downcast_ref::<&str>() {
        println!("a &str: {text}");
    } else if let Some(text) = payload.downcast_ref::<String>() {
        println!("a String: {text}");
    }
}

fn main() {
    let shelf = 7;

    report(thread::spawn(|| panic!("out of paper")).join()); //~ panic: out of paper
    report(thread::spawn(move || panic!("shelf {shelf} is empty")).join()); //~ panic: shelf 7 is empty

    println!("main goes on");
}
