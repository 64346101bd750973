//! Two workers make the same preview, which is kept in a `OnceLock`
//@ outcome: 320: true, 640: false | preview: Some(320)
//@ outcome: 320: false, 640: true | preview: Some(640)
//@ schedules

use std::sync::OnceLock;
use std::thread;

struct Preview {
    width: OnceLock<u32>,
}

impl Preview {
    // ANCHOR: calls
    fn make(&self, width: u32) -> Result<(), u32> {
        self.width.set(width)
    }

    fn width(&self) -> Option<u32> {
        self.width.get().copied()
    }
    // ANCHOR_END: calls
}

static PREVIEW: Preview = Preview {
    width: OnceLock::new(),
};

fn main() {
    let worker = thread::spawn(|| PREVIEW.make(320).is_ok());
    let is_mine = PREVIEW.make(640).is_ok();
    println!("320: {}, 640: {is_mine}", worker.join().unwrap());
    println!("preview: {:?}", PREVIEW.width());
}
