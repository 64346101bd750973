//! Each half returns its largest folder, lent out of the list

struct Folder {
    name: &'static str,
    files: u64,
}

// ANCHOR: largest
fn largest(folders: &[Folder]) -> Option<&Folder> {
    if folders.len() < 2 {
        return folders.first();
    }
    let (left, right) = folders.split_at(folders.len() / 2);
    let (left, right) = rayon::join(|| largest(left), || largest(right));
    if left?.files < right?.files {
        right
    } else {
        left
    }
}
// ANCHOR_END: largest

fn main() {
    let home = [("mail", 7), ("photos", 810), ("films", 810), ("music", 40)];
    let home = home.map(|(name, files)| Folder { name, files });
    println!("largest: {}", largest(&home).unwrap().name);
}
