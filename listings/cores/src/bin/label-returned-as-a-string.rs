//! Each of two closures makes a label, and returns it with no count

// ANCHOR: label
fn label(folder: &str, megabytes: u64) -> String {
    format!("{folder}: {megabytes} MB")
}
// ANCHOR_END: label

fn main() {
    let (photos, music) = rayon::join(|| label("photos", 810), || label("music", 40));
    println!("{photos}, {music}");
}
