//! A pointer to a variable of a block, used behind the block
// This is undefined behaviour that the explorer does not see: the stack is known by functions, and not by blocks.
//@ returns: 14 | 14

fn main() {
    let address;
    {
        let note = 14;
        address = &raw const note;
        println!("{}", unsafe { *address });
    }
    println!("{}", unsafe { *address });
}
