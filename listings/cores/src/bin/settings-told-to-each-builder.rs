//! Each builder has a channel on which it is told to read its settings again

use crossbeam::channel;

fn main() {
    // ANCHOR: tell
    let (tell_first, first) = channel::unbounded();
    let (tell_second, second) = channel::unbounded();

    for tell in [tell_first, tell_second] {
        tell.send("read the settings again").unwrap();
    }
    // ANCHOR_END: tell
    println!("first: {}", first.try_recv().is_ok());
    println!("second: {}", second.try_recv().is_ok());
}
