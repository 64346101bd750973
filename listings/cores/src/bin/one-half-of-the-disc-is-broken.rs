//! One of two joined closures panics
//@ panics

fn weigh(folder: &str) -> u64 {
    if folder == "photos" {
        panic!("cannot be read"); //~ panic: cannot be read
    }
    println!("{folder} is weighed");
    40
}

// ANCHOR: main
fn main() {
    let (photos, music) = rayon::join(|| weigh("photos"), || weigh("music"));
    println!("{photos} and {music} MB");
}
// ANCHOR_END: main
