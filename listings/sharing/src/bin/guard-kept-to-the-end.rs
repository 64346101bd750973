//! A name that begins with `_` keeps the guard
//@ outcome: mail: started | mail: done | resize: started | resize: done
//@ outcome: resize: started | resize: done | mail: started | mail: done

use std::sync::Mutex;
use std::thread;

static CONSOLE: Mutex<()> = Mutex::new(());

// ANCHOR: report
fn report(job: &str) {
    let _guard = CONSOLE.lock().unwrap();
    println!("{job}: started");
    println!("{job}: done");
}
// ANCHOR_END: report

fn main() {
    let mail = thread::spawn(|| report("mail"));
    let resize = thread::spawn(|| report("resize"));

    mail.join().unwrap();
    resize.join().unwrap();
}
