//! Each thread sums the sales of one week

use std::thread;

fn main() {
    let sales = [3, 0, 0, 8, 1, 0, 2, 5, 5, 0, 0, 0, 7, 1];

    let weeks: Vec<u32> = thread::scope(|scope| {
        let sums: Vec<_> = sales
            .chunks(7)
            .map(|week| scope.spawn(|| week.iter().sum()))
            .collect();
        sums.into_iter().map(|sum| sum.join().unwrap()).collect()
    });

    println!("{weeks:?}");
}
