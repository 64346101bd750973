//! A page with its HTML kept behind an `Rc`, and an indexer that wants the title

use std::rc::Rc;
use std::thread;

struct Page {
    title: String,
    html: Rc<str>,
}

fn main() {
    let page = Page {
        title: "Tides".to_owned(),
        html: Rc::from("<h1>Tides</h1>"),
    };

    let indexer = thread::spawn(move || println!("title: {}", page.title));

    indexer.join().unwrap();
    println!("html: {}", page.html);
}
