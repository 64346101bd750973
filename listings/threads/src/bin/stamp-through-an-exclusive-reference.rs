//! Asked for exclusively, the page may grow

// ANCHOR: stamp
fn stamp(page: &mut String) {
    page.push_str(" [received]");
}
// ANCHOR_END: stamp

fn main() {
    let mut page = String::from("invoice 17");
    page.push(':');
    stamp(&mut page);

    println!("{page}");
}
