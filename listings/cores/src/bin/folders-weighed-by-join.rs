//! Each list of folders is cut in two, and Rayon is given both halves

// ANCHOR: weigh
struct Folder {
    files: u64,
    inside: Vec<Folder>,
    total: u64,
}

fn weigh(folders: &mut [Folder]) -> u64 {
    match folders {
        [] => 0,
        [folder] => {
            folder.total = folder.files + weigh(&mut folder.inside);
            folder.total
        }
        _ => {
            // ANCHOR: halves
            let (left, right) = folders.split_at_mut(folders.len() / 2);
            let (left, right) = rayon::join(|| weigh(left), || weigh(right));
            // ANCHOR_END: halves
            left + right
        }
    }
}
// ANCHOR_END: weigh

fn folder(files: u64, inside: Vec<Folder>) -> Folder {
    let total = 0;
    Folder {
        files,
        inside,
        total,
    }
}

fn main() {
    let photos = folder(10, vec![folder(300, vec![]), folder(500, vec![])]);
    let mut home = [photos, folder(40, vec![]), folder(7, vec![])];
    let total = weigh(&mut home);
    println!("photos: {} MB of {total}", home[0].total);
}
