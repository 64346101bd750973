//! Loans of a `RefCell`, asked for one after another

use std::cell::RefCell;

fn main() {
    let members = RefCell::new(vec!["Ada", "Bo"]);

    let ann = members.borrow();
    let ben = members.borrow();
    println!("two readers: {} and {}", ann[0], ben[1]);
    println!("a writer beside them: {}", members.try_borrow_mut().is_ok());

    drop(ann);
    drop(ben);
    let mut clerk = members.borrow_mut();
    clerk.push("Cy");
    println!(
        "a reader beside the writer: {}",
        members.try_borrow().is_ok()
    );

    drop(clerk);
    println!("a reader alone: {}", members.try_borrow().is_ok());
}
