//! An exclusive reference can be lent on, and comes back

fn correct(draft: &mut String) {
    *draft = draft.replace("suop", "soup");
    sign(draft);
    draft.push('.');
}

fn sign(proof: &mut String) {
    proof.push_str(" (checked)");
}

fn main() {
    let mut page = String::from("leek suop");
    correct(&mut page);

    let mut printed = page;
    printed.push('\n');
    print!("{printed}");
}
