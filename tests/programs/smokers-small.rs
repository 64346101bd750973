//! Two smokers, and two agents of whom only the first lays something on the table
//@ returns: 0
//@ returns: 1

use std::sync::{Condvar, Mutex};
use std::thread;

static TABLE: Mutex<Option<u32>> = Mutex::new(None);
static LAID: Condvar = Condvar::new();

fn main() {
    thread::scope(|s| {
        for has in 0..2 {
            s.spawn(move || {
                let mut table = LAID.wait_while(TABLE.lock().unwrap(), |t| t.is_none_or(|t| t != has && t != 7)).unwrap();
                if *table == Some(has) {
                    *table = Some(7);
                    LAID.notify_all();
                    println!("{has}");
                }
            });
        }
        for lays in 0..2 {
            s.spawn(move || {
                let mut table = TABLE.lock().unwrap();
                if table.is_none() {
                    *table = Some(lays);
                    LAID.notify_all();
                }
            });
        }
    });
}
