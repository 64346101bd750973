//! Loans of a `RefCell`, asked for one after another

use std::cell::RefCell;

fn main() {
    let sessions = RefCell::new(vec!["Ada", "Bo"]);

    let page = sessions.borrow();
    let admin = sessions.borrow();
    println!("two readers: {} and {}", page[0], admin[1]);
    println!(
        "a writer beside them: {}",
        sessions.try_borrow_mut().is_ok()
    );

    drop(page);
    drop(admin);
    let mut login = sessions.borrow_mut();
    login.push("Cy");
    println!(
        "a reader beside the writer: {}",
        sessions.try_borrow().is_ok()
    );

    drop(login);
    println!("a reader alone: {}", sessions.try_borrow().is_ok());
}
