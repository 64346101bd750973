//! A scope of Rayon has a job for each folder, which starts one for each folder inside

use rayon::Scope;
use std::sync::atomic::{AtomicU32, Ordering};

struct Folder {
    inside: Vec<Folder>,
}

// ANCHOR: program
fn visit<'s>(folder: &'s Folder, depth: u32, deepest: &'s AtomicU32, scope: &Scope<'s>) {
    deepest.fetch_max(depth, Ordering::Relaxed);
    // ANCHOR: spawn
    for inside in &folder.inside {
        scope.spawn(move |scope| visit(inside, depth + 1, deepest, scope));
    }
    // ANCHOR_END: spawn
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
