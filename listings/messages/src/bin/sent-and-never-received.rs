//! A photo is sent for upload, and the receiver goes

use std::sync::mpsc;

struct Upload(&'static str);

impl Drop for Upload {
    fn drop(&mut self) {
        println!("{}: lost", self.0);
    }
}

fn main() {
    let (uploads, uploader) = mpsc::channel();

    println!("send: {:?}", uploads.send(Upload("photo.jpg")));
    drop(uploader);
    println!("the uploader is gone");
}
