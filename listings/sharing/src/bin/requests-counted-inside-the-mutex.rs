//! What belongs together is in one `Mutex`

use std::sync::Mutex;
use std::thread;

fn main() {
    let till = Mutex::new((0, 0));

    let sell = |price| {
        let mut till = till.lock().unwrap();
        let (sales, drawer) = &mut *till;
        *drawer += price;
        *sales += 1;
    };

    thread::scope(|scope| {
        scope.spawn(|| sell(2));
        scope.spawn(|| sell(5));
    });

    let (sales, drawer) = till.into_inner().unwrap();
    println!("{sales} sales, {drawer} in the drawer");
}
