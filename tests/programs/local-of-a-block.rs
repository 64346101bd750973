//! A pointer to a variable of a block, used behind the block
//@ undefined `use of a variable that is gone, 11`: 14

fn main() {
    let address;
    {
        let note = 14;
        address = &raw const note;
        println!("{}", unsafe { *address });
    }
    println!("{}", unsafe { *address });
}
