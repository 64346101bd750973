//! Loans travel through a channel within a scope

use std::sync::mpsc;
use std::thread;

fn main() {
    let signpost = String::from("Ely Cambridge Bath Canterbury");
    let (reader, painter) = mpsc::channel();

    thread::scope(|scope| {
        scope.spawn(|| {
            for town in signpost.split(' ').filter(|town| town.len() > 4) {
                reader.send(town).unwrap();
            }
            drop(reader);
        });
    });

    let small_print: Vec<&str> = painter.iter().collect();
    println!("{small_print:?} of {signpost:?}");
}
