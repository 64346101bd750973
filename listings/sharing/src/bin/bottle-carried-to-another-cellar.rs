//! Two exclusive references are two cellars

use std::sync::Mutex;

type Cellar = Mutex<Vec<&'static str>>;

fn carry(from: &mut Cellar, to: &mut Cellar) {
    let bottle = from.get_mut().unwrap().pop();
    to.get_mut().unwrap().extend(bottle);
}

fn main() {
    let mut cellar = Mutex::new(vec!["cider", "perry"]);
    let mut shed = Mutex::new(vec![]);

    carry(&mut cellar, &mut shed);
    println!("{:?} in the shed", shed.lock().unwrap());
}
