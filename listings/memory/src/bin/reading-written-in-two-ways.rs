//! Two functions write a new reading, one with care and one in haste

#[derive(Debug, Default)]
struct Reading {
    degrees: i32,
    complete: bool,
}

fn with_care(reading: &mut Reading, degrees: i32) {
    reading.complete = false;
    reading.degrees = degrees;
    reading.complete = true;
}

fn in_haste(reading: &mut Reading, degrees: i32) {
    reading.complete = true;
    reading.degrees = degrees;
}

fn main() {
    for write in [with_care, in_haste] {
        let mut reading = Reading::default();
        write(&mut reading, 21);
        println!("{reading:?}");
    }
}
