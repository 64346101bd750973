//! A gardener is sent closures of which nothing is known
//!
//! If this compiled, these two jobs would do no harm: each owns what it needs. But any closure could be sent. One of
//! them could hold an `Rc` whose other owners stay behind in the office, and the gardener and the office would then
//! change one plain count at the same time.
//@ fixed-by: messages/jobs-for-a-gardener

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() -> String>;

fn main() {
    let (office, garden) = mpsc::channel::<Job>();
    let gardener = thread::spawn(move || {
        //~^ E0277: cannot be sent between threads safely
        for job in garden {
            println!("{}", job());
        }
    });

    let tree = String::from("the pear tree");
    let prune = move || format!("pruned {tree}");
    office.send(Box::new(prune)).unwrap();
    let mow = || String::from("mowed the lawn");
    office.send(Box::new(mow)).unwrap();
    drop(office);
    gardener.join().unwrap();
}
