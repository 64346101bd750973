//! What a measurement measures, and how that's written.

use crate::count::grouped;
use serde::{Deserialize, Serialize};

/// What a measurement measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quantity {
    /// How long something takes, in nanoseconds.
    #[default]
    Time,
    /// How much memory something takes, in bytes.
    Memory,
}

impl Quantity {
    /// At the head of a column: "Time".
    pub fn name(self) -> &'static str {
        match self {
            Quantity::Time => "Time",
            Quantity::Memory => "Memory",
        }
    }

    /// What follows "so many times" in a comparison.
    pub fn as_much(self) -> &'static str {
        match self {
            Quantity::Time => "as long",
            Quantity::Memory => "as much memory",
        }
    }

    /// So many nanoseconds or bytes, in the unit that suits them: `0.84 ns`, `47 µs`, `9.8 kB`.
    pub fn in_words(self, amount: f64) -> String {
        let units = self.units();
        // As it will be written: 997 ns are 1.0 µs.
        let fits = |unit: f64| amount / unit >= 0.995;
        let (unit, name) = units.into_iter().rev().find(|(unit, _)| fits(*unit)).unwrap_or(units[0]);
        format!("{} {name}", rounded(amount / unit))
    }

    /// A power of ten of them: `100 ns`.
    pub fn power_in_words(self, amount: f64) -> String {
        let units = self.units();
        let (unit, name) = units.into_iter().rev().find(|(unit, _)| amount >= unit * 0.999).unwrap_or(units[0]);
        format!("{} {name}", (amount / unit * 1000.0).round() / 1000.0)
    }

    /// The units with what they are in nanoseconds or bytes, the smallest first.
    fn units(self) -> [(f64, &'static str); 4] {
        match self {
            Quantity::Time => [(1.0, "ns"), (1e3, "µs"), (1e6, "ms"), (1e9, "s")],
            Quantity::Memory => [(1.0, "B"), (1e3, "kB"), (1e6, "MB"), (1e9, "GB")],
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_two_digits_that_count() {
        let written = [0.0, 0.0456, 0.84, 1.0, 3.24, 9.96, 47.3, 99.7, 132.0, 4567.0].map(rounded);
        assert_eq!(written, ["0", "0.046", "0.84", "1.0", "3.2", "10", "47", "100", "130", "4,600"]);
    }

    #[test]
    fn an_amount_is_in_the_unit_that_suits_it() {
        let times = [0.84, 31.5, 994.0, 997.0, 4567.0, 997e3, 2.5e6, 31e9].map(|time| Quantity::Time.in_words(time));
        assert_eq!(times, ["0.84 ns", "32 ns", "990 ns", "1.0 µs", "4.6 µs", "1.0 ms", "2.5 ms", "31 s"]);
        let sizes = [420.0, 9834.0, 2.1e6, 1.1e9].map(|size| Quantity::Memory.in_words(size));
        assert_eq!(sizes, ["420 B", "9.8 kB", "2.1 MB", "1.1 GB"]);
    }

    #[test]
    fn a_power_of_ten_has_no_digit_too_many() {
        let times = [0.1, 1.0, 100.0, 1e3, 1e4, 1e9].map(|time| Quantity::Time.power_in_words(time));
        assert_eq!(times, ["0.1 ns", "1 ns", "100 ns", "1 µs", "10 µs", "1 s"]);
        assert_eq!(Quantity::Memory.power_in_words(1e5), "100 kB");
    }
}
