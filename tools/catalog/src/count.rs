//! Counts of schedules, in decimal: there may be more than a machine integer holds.

use num_bigint::BigUint;

/// The sum of counts. What is not a number counts as zero.
pub fn sum_of<'a>(counts: impl IntoIterator<Item = &'a str>) -> String {
    counts.into_iter().filter_map(|count| count.parse::<BigUint>().ok()).sum::<BigUint>().to_string()
}

/// A count with a comma between groups of three digits.
pub fn grouped(count: &str) -> String {
    let mut text = String::new();
    for (index, digit) in count.chars().enumerate() {
        if index > 0 && (count.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_counts_are_added() {
        assert_eq!(sum_of(["999", "1"]), "1000");
        assert_eq!(sum_of([]), "0");
        assert_eq!(sum_of(["340282366920938463463374607431768211455", "1"]), "340282366920938463463374607431768211456");
    }

    #[test]
    fn digits_are_grouped_by_three() {
        assert_eq!(grouped("1"), "1");
        assert_eq!(grouped("123"), "123");
        assert_eq!(grouped("1234567"), "1,234,567");
    }
}
