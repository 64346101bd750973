//! What the `Rc` points to is lent, and not the `Rc`

use std::rc::Rc;
use std::thread;

fn main() {
    // ANCHOR: template
    let template: Rc<str> = Rc::from("<h1>Tides</h1>");
    let template: &str = &template;
    // ANCHOR_END: template

    thread::scope(|scope| {
        scope.spawn(|| println!("{} bytes", template.len()));
    });
}
