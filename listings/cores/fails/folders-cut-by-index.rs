//! Two closures take the folders in front of an index, and those behind it
//!
//! If this compiled, it would give the right totals, since no folder is in both halves. With a slip in one of the two ranges, two threads would write the total of one folder at the same time, and the compiler can't tell the ranges apart.
//@ fixed-by: cores/folders-weighed-by-join

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
            let half = folders.len() / 2;
            let (left, right) = rayon::join(
                || weigh(&mut folders[..half]),
                || weigh(&mut folders[half..]), //~ E0524: two closures require unique access
            );
            // ANCHOR_END: halves
            left + right
        }
    }
}

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
