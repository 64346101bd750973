//! Any number of exclusive references, one after another

fn main() {
    let mut page = String::from("Today:");

    let ann = &mut page;
    ann.push_str(" leek soup");
    let ben = &mut page;
    ben.push_str(" and bread");

    println!("{page}");
}
