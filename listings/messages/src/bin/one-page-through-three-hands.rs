//! A page goes from the writer to the editor to the printer

use std::sync::mpsc;
use std::thread;

fn main() {
    let (writer, editor) = mpsc::channel::<String>();
    let (edited, printer) = mpsc::channel();

    let editing = thread::spawn(move || {
        for mut page in editor {
            page.push_str(", one seat left");
            edited.send(page).unwrap();
        }
    });

    let mut page = String::with_capacity(100);
    page.push_str("Tonight: Hamlet");
    let sheet = page.as_ptr().addr();
    writer.send(page).unwrap();
    drop(writer);

    for page in printer {
        println!("{page}");
        println!("on the same sheet: {}", page.as_ptr().addr() == sheet);
    }
    editing.join().unwrap();
}
