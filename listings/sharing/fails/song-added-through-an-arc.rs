//! An `Arc` lends its content for reading
//!
//! If this compiled, both threads could have an exclusive reference to one list. The two calls of `push` write to one place, so that
//! a song is lost; or one moves the songs to a larger block, and the other still writes into the old one, which has been freed.
//@ fixed-by: sharing/song-added-through-an-arc-and-a-mutex

use std::sync::Arc;
use std::thread;

fn main() {
    let songs = Arc::new(vec!["Dawn"]);
    let shared = Arc::clone(&songs);

    let singer = thread::spawn(move || shared.push("Dusk")); //~ E0596: cannot borrow data in an `Arc` as mutable
    songs.push("Noon"); //~ E0596: cannot borrow data in an `Arc` as mutable
    singer.join().unwrap();

    println!("{} songs", songs.len());
}
