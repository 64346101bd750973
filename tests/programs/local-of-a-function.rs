//! A function gives away where its variable is, and returns
//@ undefined `use of a variable that is gone, 14`: looking

struct Note(*const u32);

fn address() -> Note {
    let note = 14;
    Note(&raw const note)
}

fn main() {
    let note = address();
    println!("looking");
    println!("{}", unsafe { *note.0 });
}
