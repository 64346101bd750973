//! std aborts the program where a destructor panics while a panic is under way
//@ refused at 8: this panics with `second` during another panic

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("second");
    }
}

fn main() {
    let _bomb = Bomb;
    panic!("first");
}
