//! A sale asks for the total

use parking_lot::ReentrantMutex;
use std::cell::RefCell;

struct Till {
    sales: ReentrantMutex<RefCell<Vec<u32>>>,
}

impl Till {
    fn total(&self) -> u32 {
        self.sales.lock().borrow().iter().sum()
    }

    // ANCHOR: selling
    fn sell(&self, price: u32) {
        let sales = self.sales.lock();
        sales.borrow_mut().push(price);
        println!("sold at {price}, total {}", self.total());
    }
    // ANCHOR_END: selling
}

fn main() {
    let till = Till {
        sales: ReentrantMutex::new(RefCell::default()),
    };
    till.sell(9);
    till.sell(12);
}
