//! An `Rc` may not leave its thread in a channel
//!
//! If this compiled, the kiosk would drop its owner of the map on one thread while `main` drops its own on another. Both
//! subtract one from the same plain count. If both read 2, both write 1, and the map is never freed. If both have
//! subtracted before either looks for zero, both find zero, and the map is freed twice.
//@ fixed-by: messages/arc-sent-to-the-kiosk

use std::rc::Rc;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (shop, stall) = mpsc::channel::<Rc<[&str; 2]>>();

    let kiosk = thread::spawn(move || {
        //~^ E0277: `Rc<[&str; 2]>` cannot be sent between threads safely
        let map = stall.recv().unwrap();
        println!("kiosk: {}", map[0]);
    });

    let map = Rc::new(["harbour", "old town"]);
    shop.send(Rc::clone(&map)).unwrap();
    println!("shop: {}", map[1]);
    drop(map);
    kiosk.join().unwrap();
}
