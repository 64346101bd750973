//! On one thread: `Rc` shares, `RefCell` lets in

use std::cell::RefCell;
use std::rc::Rc;

fn main() {
    let features = Rc::new(RefCell::new(vec!["search"]));
    let web = Rc::clone(&features);

    features.borrow_mut().push("export");

    println!(
        "{} features, {} owners",
        web.borrow().len(),
        Rc::strong_count(&web)
    );
}
