//! How a time that was measured is written.

use crate::count::grouped;

/// A number with two significant digits: `0.84`, `3.2`, `47`, `130`, `42,000`.
///
/// Two are as many as are the same in the next run, mostly.
pub fn rounded(number: f64) -> String {
    if number == 0.0 {
        return "0".to_string();
    }
    // Of 9.96 the second digit is one place further to the left once it's rounded.
    let digits = |number: f64| number.abs().log10().floor() as i32 + 1;
    let step = 10f64.powi(digits(number) - 2);
    let number = (number / step).round() * step;
    match usize::try_from(2 - digits(number)) {
        Ok(decimals) => format!("{number:.decimals$}"),
        Err(_) => grouped(&format!("{number:.0}")),
    }
}

/// A time, given in nanoseconds, in the unit that suits it: `0.84 ns`, `47 µs`.
pub fn in_words(nanoseconds: f64) -> String {
    let units = [(1.0, "ns"), (1e3, "µs"), (1e6, "ms"), (1e9, "s")];
    // As it will be written: 997 ns are 1.0 µs.
    let fits = |unit: f64| nanoseconds / unit >= 0.995;
    let (unit, name) = units.into_iter().rev().find(|(unit, _)| fits(*unit)).unwrap_or(units[0]);
    format!("{} {name}", rounded(nanoseconds / unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_two_digits_that_count() {
        let written = [0.0, 0.0456, 0.84, 1.0, 3.24, 9.96, 47.3, 99.7, 132.0, 4567.0].map(rounded);
        assert_eq!(written, ["0", "0.046", "0.84", "1.0", "3.2", "10", "47", "100", "130", "4,600"]);
    }

    #[test]
    fn a_time_is_in_the_unit_that_suits_it() {
        let written = [0.84, 31.5, 994.0, 997.0, 4567.0, 997e3, 2.5e6, 31e9].map(in_words);
        assert_eq!(written, ["0.84 ns", "32 ns", "990 ns", "1.0 µs", "4.6 µs", "1.0 ms", "2.5 ms", "31 s"]);
    }
}
