//! Where three photos in a row are put, when a count of eight bits starts again

use std::collections::BTreeSet;

fn main() {
    // ANCHOR: wrap
    for slots in [3, 4] {
        let used: BTreeSet<u8> = [254, 255, 0].map(|put: u8| put % slots).into();
        println!("{slots} slots: three photos in {} of them", used.len());
    }
    // ANCHOR_END: wrap
}
