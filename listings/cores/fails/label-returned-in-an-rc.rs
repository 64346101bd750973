//! Each of two closures makes a label, and returns it in an `Rc`
//!
//! If this compiled, nothing would go wrong in this program, since each label has one owner and is handed over whole. But a closure could also leave a clone behind on the thread that ran it, in a thread-local, and two threads would then write to the count of one `Rc`.
//@ fixed-by: cores/label-returned-as-a-string

use std::rc::Rc;

fn label(folder: &str, megabytes: u64) -> Rc<str> {
    format!("{folder}: {megabytes} MB").into()
}

// ANCHOR: main
fn main() {
    let (photos, music) = rayon::join(|| label("photos", 810), || label("music", 40)); //~ E0277: cannot be sent between threads safely
    println!("{photos}, {music}");
}
// ANCHOR_END: main
