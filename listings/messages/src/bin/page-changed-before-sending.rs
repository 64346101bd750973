//! A writer takes the hand away before the page is sent

use std::sync::mpsc;
use std::thread;

fn main() {
    let (writer, editor) = mpsc::channel::<String>();
    let editing = thread::spawn(move || editor.recv().unwrap().chars().count());

    let mut page = String::from("The door opened");
    let hand = &mut page;
    hand.push_str(" slowly");
    writer.send(page).unwrap();

    println!("{} letters", editing.join().unwrap());
}
