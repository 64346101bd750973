//! Three sacks on a ramp for two, by the one who is to take them away
//@ hangs
//@ schedules

use std::sync::mpsc;

fn main() {
    let (miller, ramp) = mpsc::sync_channel(2);

    for sack in ["rye", "oats", "wheat"] {
        println!("{sack}");
        miller.send(sack).unwrap();
    }
    drop(miller);

    println!("taken away: {}", ramp.iter().count());
}
