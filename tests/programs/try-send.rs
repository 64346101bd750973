//! `try_send` finds room, a full channel, or nobody at the other end
//@ returns: 1 ["ok", "full", "full"]
//@ returns: 1 ["ok", "full", "ok"]
//@ returns: 1 ["ok", "full", "gone"]
//@ returns: 1 ["ok", "ok", "full"]
//@ returns: 1 ["ok", "ok", "gone"]
//@ returns: 1 ["ok", "gone", "gone"]

use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

fn word(result: Result<(), TrySendError<u32>>) -> &'static str {
    match result {
        Ok(()) => "ok",
        Err(TrySendError::Full(_)) => "full",
        Err(TrySendError::Disconnected(_)) => "gone",
    }
}

fn main() {
    let (sender, receiver) = sync_channel(1);
    let taker = thread::spawn(move || receiver.recv().unwrap());
    let words = [1, 2, 3].map(|value| word(sender.try_send(value)));
    println!("{} {words:?}", taker.join().unwrap());
}
