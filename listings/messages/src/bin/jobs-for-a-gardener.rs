//! A gardener is sent closures that may travel

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() -> String + Send>;

fn main() {
    let (office, garden) = mpsc::channel::<Job>();
    let gardener = thread::spawn(move || {
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
