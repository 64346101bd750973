//! The job of a folder borrows the depth of the one around it
//!
//! If this compiled, a job that starts after `visit` has returned would read its depth from a stack frame that is gone, and report any number at all.
//@ fixed-by: cores/depth-of-folders-in-a-scope

use rayon::Scope;
use std::sync::atomic::{AtomicU32, Ordering};

struct Folder {
    inside: Vec<Folder>,
}

// ANCHOR: program
fn visit<'s>(folder: &'s Folder, depth: u32, deepest: &'s AtomicU32, scope: &Scope<'s>) {
    deepest.fetch_max(depth, Ordering::Relaxed);
    for inside in &folder.inside {
        scope.spawn(|scope| visit(inside, depth + 1, deepest, scope)); //~ E0373: closure may outlive the current function
    }
}

fn main() {
    let photos = folder(vec![folder(vec![]), folder(vec![])]);
    let home = folder(vec![photos, folder(vec![])]);
    let deepest = AtomicU32::new(0);
    rayon::scope(|scope| visit(&home, 1, &deepest, scope));
    println!("deepest: {} levels", deepest.into_inner());
}
// ANCHOR_END: program

fn folder(inside: Vec<Folder>) -> Folder {
    Folder { inside }
}
