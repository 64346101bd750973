//! A sale is pushed through the guard of a reentrant lock
//!
//! If this compiled, it would go well in this very program. But a thread may have two guards of this lock: were `total` going through the list while `sell` pushes to it, the list might move to another place in memory under the one who reads.
//@ fixed-by: cores/total-asked-for-during-a-sale

use parking_lot::ReentrantMutex;

struct Till {
    sales: ReentrantMutex<Vec<u32>>,
}

impl Till {
    // ANCHOR: selling
    fn total(&self) -> u32 {
        self.sales.lock().iter().sum()
    }

    fn sell(&self, price: u32) {
        let sales = self.sales.lock();
        sales.push(price); //~ E0596: cannot borrow data in dereference of
        println!("sold at {price}, total {}", self.total());
    }
    // ANCHOR_END: selling
}

fn main() {
    let till = Till {
        sales: ReentrantMutex::new(Vec::new()),
    };
    till.sell(9);
    till.sell(12);
}
