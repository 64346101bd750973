//! Two clerks pass two files to each other, over desks with room for one
//@ hangs
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (to_bo, desk_of_bo) = mpsc::sync_channel(1);
    let (to_ada, desk_of_ada) = mpsc::sync_channel(1);

    println!("the office opens");
    let ada = thread::spawn(move || {
        to_bo.send("tax").unwrap();
        to_bo.send("rent").unwrap();
        let first = desk_of_ada.recv().unwrap();
        [first, desk_of_ada.recv().unwrap()]
    });
    let bo = thread::spawn(move || {
        to_ada.send("wages").unwrap();
        to_ada.send("leave").unwrap();
        let first = desk_of_bo.recv().unwrap();
        [first, desk_of_bo.recv().unwrap()]
    });

    println!("Ada got {:?}", ada.join().unwrap());
    println!("Bo got {:?}", bo.join().unwrap());
}
