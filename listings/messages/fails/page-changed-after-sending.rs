//! A writer keeps a hand on a page that has been sent
//!
//! If this compiled, two threads would have their hands on one page. There's no room on it for another word, so
//! `push_str` would move its letters to another place and free the old one, perhaps while the editor's counting there.
//! And the editor frees the old place as well, when it drops the page.
//@ fixed-by: messages/page-changed-before-sending

use std::sync::mpsc;
use std::thread;

fn main() {
    let (writer, editor) = mpsc::channel::<String>();
    let editing = thread::spawn(move || editor.recv().unwrap().chars().count());

    let mut page = String::from("Tonight: Hamlet");
    let hand = &mut page;
    writer.send(page).unwrap(); //~ E0505: cannot move out of `page` because it is borrowed
    hand.push_str(", one seat left");

    println!("{} letters", editing.join().unwrap());
}
