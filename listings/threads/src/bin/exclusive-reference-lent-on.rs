//! An exclusive reference can be lent on, and comes back

fn correct(page: &mut String) {
    *page = page.replace("teh", "the");
    sign(page);
    page.push('.');
}

fn sign(page: &mut String) {
    page.push_str(" (checked)");
}

fn main() {
    let mut page = String::from("teh end");
    correct(&mut page);

    let mut printed = page;
    printed.push('\n');
    print!("{printed}");
}
