//! `println!` holds stdout's lock while `Display` waits for a mutex, whose holder wants to print
//@ returns: b | 5
//@ returns: 5 | b
//@ hangs:

use std::fmt;
use std::sync::Mutex;
use std::thread;

static M: Mutex<u32> = Mutex::new(5);

struct Shown;
impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", *M.lock().unwrap())
    }
}

fn main() {
    let other = thread::spawn(|| {
        let _guard = M.lock().unwrap();
        println!("b");
    });
    println!("{}", Shown);
    other.join().unwrap();
}
