//! Who calls `exit` may have its thread-locals dropped, as on Linux, or may not; what else is there is not dropped
//@ exits 3: body | thread-local
//@ exits 3, only if destructors of thread-locals do not run at the end: body

use std::cell::RefCell;
use std::process;

struct Loud(&'static str);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

thread_local! {
    static MINE: RefCell<Option<Loud>> = const { RefCell::new(None) };
}

fn main() {
    MINE.with_borrow_mut(|mine| *mine = Some(Loud("thread-local")));
    let _local = Loud("local");
    println!("body");
    process::exit(3);
}
