//! Asked for exclusively, the page may grow

fn stamp(page: &mut String) {
    page.push_str(" [received]");
}

fn main() {
    let mut page = String::from("invoice 17");
    page.push(':');
    stamp(&mut page);

    println!("{page}");
}
