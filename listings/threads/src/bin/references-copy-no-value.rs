//! A photo and three references

use std::ptr;

fn main() {
    let photo = [0_u8; 4096];

    let cache = &photo;
    let request = &photo;
    let thumbnail = cache;

    println!("bytes in the photo: {}", photo.len());
    println!("cache and request: same photo: {}", ptr::eq(cache, request));
    println!(
        "cache and thumbnail: same photo: {}",
        ptr::eq(cache, thumbnail)
    );
}
