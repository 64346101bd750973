//! A request goes to a worker

use std::sync::Arc;
use std::thread;

struct User {
    name: Arc<str>,
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
            name: Arc::from("Ida"),
        }),
        pages: vec!["/inbox", "/photos"],
    };

    let worker = thread::spawn(move || describe(&request));
    println!("{}", worker.join().unwrap());
}
