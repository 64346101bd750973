//! Any number of exclusive references, one after another

fn main() {
    let mut page = String::from("Once");

    let ann = &mut page;
    ann.push_str(" upon");
    let ben = &mut page;
    ben.push_str(" a time");

    println!("{page}");
}
