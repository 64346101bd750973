//! Three sacks on a ramp for two, by one who does not wait

use std::sync::mpsc;

fn main() {
    let (miller, ramp) = mpsc::sync_channel(2);

    for sack in ["rye", "oats", "wheat"] {
        if miller.try_send(sack).is_err() {
            println!("left in the yard: {sack}");
        }
    }
    drop(miller);

    println!("taken away: {}", ramp.iter().count());
}
