//! Two editors work on two pages
//@ outcome: page 1 | page 2
//@ outcome: page 2 | page 1

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

fn edit(desk: Receiver<&str>, printer: Sender<String>) {
    for page in desk {
        printer.send(format!("page {page}")).unwrap();
    }
}

fn main() {
    let (first_desk, first_pages) = mpsc::channel();
    let (second_desk, second_pages) = mpsc::channel();
    let (to_printer, printer) = mpsc::channel();

    thread::scope(|scope| {
        let also_to_printer = to_printer.clone();
        scope.spawn(|| edit(first_pages, to_printer));
        scope.spawn(|| edit(second_pages, also_to_printer));

        first_desk.send("1").unwrap();
        second_desk.send("2").unwrap();
        drop((first_desk, second_desk));
    });

    for page in printer {
        println!("{page}");
    }
}
