//! A tray for two dishes

use std::sync::mpsc::{self, TrySendError};

fn main() {
    let (kitchen, tray) = mpsc::sync_channel(2);

    for dish in ["soup", "fish", "cake"] {
        match kitchen.try_send(dish) {
            Ok(()) => println!("{dish}: on the tray"),
            Err(TrySendError::Full(dish)) => println!("{dish}: no room"),
            Err(TrySendError::Disconnected(dish)) => println!("{dish}: no waiter"),
        }
    }

    drop(tray);
    println!("{:?}", kitchen.try_send("cheese"));
}
