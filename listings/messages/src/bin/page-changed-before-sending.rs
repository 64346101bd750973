//! A writer takes the hand away before the page is sent

use std::sync::mpsc;
use std::thread;

fn main() {
    let (writer, editor) = mpsc::channel::<String>();
    let editing = thread::spawn(move || editor.recv().unwrap().chars().count());

    let mut page = String::from("Tonight: Hamlet");
    // ANCHOR: hand
    let hand = &mut page;
    hand.push_str(", one seat left");
    writer.send(page).unwrap();
    // ANCHOR_END: hand

    println!("{} letters", editing.join().unwrap());
}
