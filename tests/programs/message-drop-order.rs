//! Messages left in a dropped receiver are dropped there, oldest first; one that comes too late stays with its sender
//@ returns: true | gone 1 by post | gone 2 by post | gone 3 by post | end
//@ returns: gone 1 by post | true | gone 2 by post | gone 3 by post | end
//@ returns: gone 1 by post | gone 2 by post | true | gone 3 by post | end
//@ returns: gone 1 by post | gone 2 by post | gone 3 by post | true | end
//@ returns: false | gone 3 by main | gone 1 by post | gone 2 by post | end
//@ returns: false | gone 1 by post | gone 3 by main | gone 2 by post | end
//@ returns: false | gone 1 by post | gone 2 by post | gone 3 by main | end
//@ returns: gone 1 by post | false | gone 3 by main | gone 2 by post | end
//@ returns: gone 1 by post | false | gone 2 by post | gone 3 by main | end
//@ returns: gone 1 by post | gone 2 by post | false | gone 3 by main | end

use std::sync::mpsc;
use std::thread;

struct Letter(u32);
impl Drop for Letter {
    fn drop(&mut self) {
        print!("gone {} by {} | ", self.0, thread::current().name().unwrap_or("?"));
    }
}

fn main() {
    let (sender, receiver) = mpsc::channel();
    sender.send(Letter(1)).unwrap();
    sender.send(Letter(2)).unwrap();
    let other = thread::Builder::new().name("post".into()).spawn(move || drop(receiver)).unwrap();
    let third = sender.send(Letter(3));
    print!("{} | ", third.is_ok());
    drop(third);
    other.join().unwrap();
    println!("end");
}
