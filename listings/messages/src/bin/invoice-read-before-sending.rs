//! An invoice is read and then sent to the printer

use std::sync::mpsc;
use std::thread;

fn main() {
    let (desk, tray) = mpsc::channel::<String>();
    let printer = thread::spawn(move || tray.iter().map(|page| page.len()).sum::<usize>());

    // ANCHOR: reading
    let invoice = String::from("two chairs, 90 crowns");
    println!("filed: {invoice}");
    desk.send(invoice).unwrap();
    // ANCHOR_END: reading

    drop(desk);
    println!("printed: {} letters", printer.join().unwrap());
}
