//! A log whose lines get their numbers beforehand

use std::cell::RefCell;

thread_local! {
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn next_number() -> usize {
    LOG.with_borrow(|lines| lines.len() + 1)
}

// ANCHOR: log
fn log(line: &str) {
    let line = format!("{}: {line}", next_number());
    LOG.with_borrow_mut(|lines| lines.push(line));
}
// ANCHOR_END: log

fn main() {
    log("seats found");
    log("paid");
    LOG.with_borrow(|lines| println!("{}", lines.join(", ")));
}
