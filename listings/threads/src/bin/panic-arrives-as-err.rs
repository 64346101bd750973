//! Two downloads that panic

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
    let mirror = 7;

    report(thread::spawn(|| panic!("the disk is full")).join()); //~ panic: the disk is full
    report(thread::spawn(move || panic!("mirror {mirror} is gone")).join()); //~ panic: mirror 7 is gone

    println!("main goes on");
}
