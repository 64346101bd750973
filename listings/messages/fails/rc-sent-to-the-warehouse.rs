//! A list in an `Rc` is sent to another thread
//!
//! If this compiled, the warehouse could drop its owner of the list on one thread just as `main` drops its own on
//! another. They both subtract one from the same plain count. If both read 2, both write 1, and the list is never
//! freed. If both have subtracted before either looks for zero, they both find it, and the list is freed twice.
//@ fixed-by: messages/arc-sent-to-the-warehouse

use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (desk, orders) = mpsc::channel::<Rc<[&str; 2]>>();

    let warehouse = thread::spawn(move || {
        //~^ E0277: `Rc<[&str; 2]>` cannot be sent between threads safely
        let list = orders.recv().unwrap();
        println!("warehouse: {}", list[0]);
    });

    let list = Rc::new(["two chairs", "a lamp"]);
    desk.send(Rc::clone(&list)).unwrap();
    println!("desk: {}", list[1]);
    drop(list);
    warehouse.join().unwrap();
}
