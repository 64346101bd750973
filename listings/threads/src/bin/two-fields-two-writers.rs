//! Two exclusive references at once, to two different fields

struct Score {
    home: u32,
    guests: u32,
}

fn main() {
    let mut score = Score { home: 0, guests: 0 };

    let home = &mut score.home;
    let guests = &mut score.guests;
    *home += 2;
    *guests += 1;
    *home += 1;

    println!("{} : {}", score.home, score.guests);
}
