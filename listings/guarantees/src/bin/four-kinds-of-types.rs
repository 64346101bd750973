//! Four types, and two questions to each

use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::MutexGuard;

struct Ask<T>(PhantomData<T>);

trait Otherwise {
    const SEND: bool = false;
    const SYNC: bool = false;
}
impl<T> Otherwise for Ask<T> {}

impl<T: Send> Ask<T> {
    const SEND: bool = true;
}
impl<T: Sync> Ask<T> {
    const SYNC: bool = true;
}

fn main() {
    type Tally = Cell<u32>;
    type Guard = MutexGuard<'static, u32>;

    println!("u32:   {} {}", Ask::<u32>::SEND, Ask::<u32>::SYNC);
    println!("Cell:  {} {}", Ask::<Tally>::SEND, Ask::<Tally>::SYNC);
    println!("Guard: {} {}", Ask::<Guard>::SEND, Ask::<Guard>::SYNC);
    println!("Rc:    {} {}", Ask::<Rc<u32>>::SEND, Ask::<Rc<u32>>::SYNC);
}
