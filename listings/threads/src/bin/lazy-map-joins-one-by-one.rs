//! `spawn` and `join`, each in a `map`

use std::thread;

fn download(photo: &str) -> usize {
    println!("{photo}: begun");
    let size = photo.len();
    println!("{photo}: done");
    size
}

fn main() {
    let photos = ["sea.png", "hill.png", "lake.png"].into_iter();

    let bytes: usize = photos
        .map(|photo| thread::spawn(move || download(photo)))
        .map(|handle| handle.join().unwrap())
        .sum();

    println!("{bytes} letters in the names");
}
