//! The closure mentions the page
//!
//! If this compiled, the page would be dropped on the indexer's thread, and with it the only owner of its HTML: no harm
//! done. But `main` could have kept another owner, and if they're dropped at once, both subtract from one plain count:
//! the HTML could be freed twice.
//@ fixed-by: guarantees/only-the-title-travels

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

    let indexer = thread::spawn(move || {
        //~^ E0277: `Rc<str>` cannot be sent between threads safely
        let page = page;
        println!("title: {}", page.title);
    });

    indexer.join().unwrap();
}
