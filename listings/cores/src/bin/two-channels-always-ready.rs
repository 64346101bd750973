//! Commits lie in two channels, and a builder takes a thousand of them

use crossbeam::channel::{self, select};

fn main() {
    let (from_web, web) = channel::unbounded();
    let (from_mail, mail) = channel::unbounded();
    for number in 0..1000 {
        from_web.send(number).unwrap();
        from_mail.send(number).unwrap();
    }

    let (mut web_builds, mut mail_builds) = (0_u32, 0_u32);
    // ANCHOR: rounds
    for _ in 0..1000 {
        select! {
            recv(web) -> _ => web_builds += 1,
            recv(mail) -> _ => mail_builds += 1,
        }
    }
    let fewer = web_builds.min(mail_builds);
    println!("at least 100 of each: {}", fewer >= 100);
    // ANCHOR_END: rounds
}
