//! Commits come from the web and by mail, and a builder leaves out what has closed

use crossbeam::channel::{self, select};
use std::time::Duration;

fn main() {
    let (from_web, mut web) = channel::unbounded();
    let (_from_mail, mail) = channel::unbounded::<&str>();
    from_web.send("a1").unwrap();
    drop(from_web);

    let (mut built, mut failed, mut quiet) = (0, 0, 0);
    for _ in 0..10 {
        select! {
            // ANCHOR: web
            recv(web) -> commit => match commit {
                Ok(_) => built += 1,
                Err(_) => {
                    failed += 1;
                    web = channel::never();
                }
            },
            // ANCHOR_END: web
            recv(mail) -> _ => built += 1,
            default(Duration::from_millis(1)) => quiet += 1,
        }
    }
    println!("{built} built, {failed} failed, {quiet} quiet");
}
