//! What becomes of a photo that's sent to nobody

use std::sync::mpsc;

fn main() {
    let (uploads, uploader) = mpsc::channel();
    drop(uploader);

    let photo = String::from("photo.jpg");
    match uploads.send(photo) {
        Ok(()) => println!("sent"),
        Err(error) => println!("{error}; {} is ours again", error.0),
    }
}
