//! An invoice is sent to the printer and then read again
//!
//! If this compiled, `main` would read letters that are the printer's by then. The printer counts them and drops the
//! invoice, which frees their memory. If it's done with that first, `main` shows whatever has been put there since.
//@ fixed-by: messages/invoice-read-before-sending

use std::sync::mpsc;
use std::thread;

fn main() {
    let (desk, tray) = mpsc::channel::<String>();
    let printer = thread::spawn(move || tray.iter().map(|page| page.len()).sum::<usize>());

    let invoice = String::from("two chairs, 90 crowns");
    desk.send(invoice).unwrap();
    println!("filed: {invoice}"); //~ E0382: borrow of moved value: `invoice`

    drop(desk);
    println!("printed: {} letters", printer.join().unwrap());
}
