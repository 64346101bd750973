//! A basket that sums its prices when somebody asks

use std::cell::OnceCell;

struct Basket {
    prices: Vec<u32>,
    total: OnceCell<u32>,
}

impl Basket {
    fn total(&self) -> u32 {
        *self.total.get_or_init(|| {
            println!("summing");
            self.prices.iter().sum()
        })
    }
}

fn main() {
    let basket = Basket {
        prices: vec![3, 4],
        total: OnceCell::new(),
    };
    println!("{} and again {}", basket.total(), basket.total());
}
