//! A type with a destructor is captured whole
//!
//! If this compiled, the thread would free the list of photos, and `main` would drop what's left of the upload. Its
//! destructor would still talk of two photos, though they're gone, and then the list would be freed for a second time.
//@ fixed-by: threads/one-field-moves

use std::thread;

struct Upload {
    user: String,
    photos: Vec<&'static str>,
}

impl Drop for Upload {
    fn drop(&mut self) {
        println!("finished: {} photos", self.photos.len());
    }
}

fn main() {
    let upload = Upload {
        user: "mia".to_owned(),
        photos: vec!["beach", "dunes"],
    };

    let worker = thread::spawn(move || upload.photos.len());

    println!("user: {}", upload.user); //~ E0382: borrow of moved value: `upload`
    println!("photos: {}", worker.join().unwrap());
}
