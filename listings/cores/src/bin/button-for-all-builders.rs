//! Two builders wait for commits and for the same button

use crossbeam::channel::{self, select};
use std::thread;

fn main() {
    let (_push, commits) = channel::unbounded::<&str>();
    let (press, button) = channel::unbounded::<()>();

    // ANCHOR: builders
    let builders = [1, 2].map(|number| {
        let (commits, button) = (commits.clone(), button.clone());
        thread::spawn(move || {
            loop {
                select! {
                    recv(commits) -> commit => println!("built {commit:?}"),
                    recv(button) -> _ => return number,
                }
            }
        })
    });
    drop(press);
    // ANCHOR_END: builders
    for builder in builders {
        println!("{} stopped", builder.join().unwrap());
    }
}
