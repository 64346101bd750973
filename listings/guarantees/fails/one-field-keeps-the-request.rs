//! One field, two levels down, keeps the request from travelling
//!
//! If this compiled, the name's count of owners would go to the worker. This request has the name's only owner, so
//! there'd be no harm done here. But `main` could hold another owner of the same name and drop it just as the worker
//! drops this one: they'd both subtract from one plain number, and the name might be freed twice, or never.
//@ fixed-by: guarantees/request-that-may-travel

use std::rc::Rc;
use std::thread;

struct User {
    name: Rc<str>,
}

struct Request {
    user: Option<User>,
    pages: Vec<&'static str>,
}

fn describe(request: &Request) -> String {
    let name = request.user.as_ref().map_or("nobody", |user| &user.name);
    format!("{} for {name}", request.pages.join(" and "))
}

fn main() {
    let request = Request {
        user: Some(User {
            name: Rc::from("Ida"),
        }),
        pages: vec!["/inbox", "/photos"],
    };

    let worker = thread::spawn(move || describe(&request)); //~ E0277: `Rc<str>` cannot be sent between threads safely
    println!("{}", worker.join().unwrap());
}
