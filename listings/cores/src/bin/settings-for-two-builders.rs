//! Two builders are told to read their settings again

use crossbeam::channel;

fn main() {
    let (tell, first) = channel::unbounded();
    let second = first.clone();

    tell.send("read the settings again").unwrap();
    println!("first: {}", first.try_recv().is_ok());
    println!("second: {}", second.try_recv().is_ok());
}
