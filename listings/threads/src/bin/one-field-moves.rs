//! A thread uses one field of a struct

use std::thread;

struct Upload {
    user: String,
    photos: Vec<&'static str>,
}

fn main() {
    let upload = Upload {
        user: "mia".to_owned(),
        photos: vec!["beach", "dunes"],
    };

    let worker = thread::spawn(move || upload.photos.len());

    println!("user: {}", upload.user);
    println!("photos: {}", worker.join().unwrap());
}
