//! A picture and three references

use std::ptr;

fn main() {
    let picture = [0_u8; 4096];

    let wall = &picture;
    let catalogue = &picture;
    let visitor = wall;

    println!("bytes in the picture: {}", picture.len());
    println!(
        "wall and catalogue: same picture: {}",
        ptr::eq(wall, catalogue)
    );
    println!("wall and visitor: same picture: {}", ptr::eq(wall, visitor));
}
