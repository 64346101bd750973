//! What a page says of a measurement, in a form that a record can bear out or deny.

use super::quantity::Quantity;
use super::record::Record;
use std::fmt;

/// That one thing takes more, or less, than so many times as long, or as much memory, as another.
///
/// Only ratios are claimed, since they are what has a chance to be the same on another machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The line of the file that it stands on, counted from 1.
    pub line: usize,
    /// Of what it is.
    pub quantity: Quantity,
    left: Term,
    is_more: bool,
    factor: f64,
    right: Term,
}

/// Something that was measured: `Arc`, or `Arc @ 2 threads`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    series: String,
    at: Option<String>,
}

impl Term {
    /// Reads `Arc` or `Arc @ 2 threads`. What stands between backticks is part of a name, whatever it is.
    pub fn parse(text: &str) -> Option<Term> {
        let (series, at) = match split_once(text, '@') {
            Some((series, at)) => (series.trim(), Some(at.trim())),
            None => (text.trim(), None),
        };
        let is_name = |name: &str| !name.is_empty() && "<>*@".chars().all(|sign| split_once(name, sign).is_none());
        (is_name(series) && at.is_none_or(is_name))
            .then(|| Term { series: series.to_string(), at: at.map(str::to_string) })
    }

    /// How many times as much as `other` it took, if both were measured.
    pub fn over(&self, other: &Term, record: &Record) -> Option<f64> {
        let median = |term: &Term| Some(record.point(&term.series, term.at.as_deref())?.median);
        Some(median(self)? / median(other)?)
    }

    fn is_in(&self, record: &Record) -> bool {
        record.point(&self.series, self.at.as_deref()).is_some()
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some(at) => write!(f, "{} ({at})", self.series),
            None => write!(f, "{}", self.series),
        }
    }
}

impl Claim {
    /// Reads `Arc > 2 * Rc`, `Arc @ 2 threads < Mutex @ 2 threads`.
    pub fn parse(line: usize, quantity: Quantity, text: &str) -> Option<Claim> {
        let (sides, is_more) = match (split_once(text, '>'), split_once(text, '<')) {
            (Some(sides), None) => (sides, true),
            (None, Some(sides)) => (sides, false),
            _ => return None,
        };
        let (factor, right) = match split_once(sides.1, '*') {
            Some((factor, right)) => (factor.trim().parse().ok()?, right),
            None => (1.0, sides.1),
        };
        let is_factor = |factor: &f64| factor.is_finite() && *factor > 0.0;
        Some(Claim {
            line,
            quantity,
            left: Term::parse(sides.0)?,
            is_more,
            factor: Some(factor).filter(is_factor)?,
            right: Term::parse(right)?,
        })
    }

    /// Whether this record bears it out.
    ///
    /// # Errors
    /// What the record doesn't have.
    pub fn holds(&self, record: &Record) -> Result<bool, Term> {
        let missing = [&self.left, &self.right].into_iter().find(|term| !term.is_in(record));
        match (missing, self.left.over(&self.right, record)) {
            (Some(term), _) => Err(term.clone()),
            (None, Some(ratio)) => Ok(if self.is_more { ratio > self.factor } else { ratio < self.factor }),
            (None, None) => Ok(false),
        }
    }

    /// How many times as much the left one took in this record.
    pub fn ratio(&self, record: &Record) -> Option<f64> {
        self.left.over(&self.right, record)
    }
}

impl fmt::Display for Claim {
    /// "Arc takes more than 2 times as long as Rc".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Claim { left, right, factor, quantity, .. } = self;
        match (self.is_more, *factor, quantity) {
            (true, 1.0, Quantity::Time) => write!(f, "{left} takes longer than {right}"),
            (true, 1.0, Quantity::Memory) => write!(f, "{left} takes more memory than {right}"),
            (false, 1.0, Quantity::Time) => write!(f, "{left} takes less than {right}"),
            (false, 1.0, Quantity::Memory) => write!(f, "{left} takes less memory than {right}"),
            (is_more, factor, quantity) => {
                let than = if is_more { "more" } else { "less" };
                write!(f, "{left} takes {than} than {factor} times {} as {right}", quantity.as_much())
            }
        }
    }
}

/// The text before and behind the first of these signs that doesn't stand between backticks.
fn split_once(text: &str, sign: char) -> Option<(&str, &str)> {
    let mut is_code = false;
    let (place, _) = text.char_indices().find(|(_, found)| {
        is_code ^= *found == '`';
        *found == sign && !is_code
    })?;
    Some((&text[..place], &text[place + sign.len_utf8()..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::{Machine, Point};

    fn record(points: &[(&str, Option<&str>, f64)]) -> Record {
        let point = |(series, at, median): &(&str, Option<&str>, f64)| Point {
            series: series.to_string(),
            at: at.map(str::to_string),
            median: *median,
            low: *median,
            high: *median,
        };
        let machine = Machine {
            processor: String::new(),
            cores: 2,
            system: String::new(),
            compiler: String::new(),
            date: String::new(),
        };
        Record { code: String::new(), quantity: Quantity::Time, machine, points: points.iter().map(point).collect() }
    }

    #[test]
    fn a_claim_is_about_a_ratio_and_a_record_bears_it_out_or_not() {
        let found = record(&[("Rc", None, 2.0), ("Arc", None, 9.0), ("Arc", Some("2 threads"), 60.0)]);
        let holds = |text: &str| Claim::parse(1, Quantity::Time, text).unwrap().holds(&found);
        assert_eq!(holds("Arc > 4 * Rc"), Ok(true));
        assert_eq!(holds("Arc > 4.5 * Rc"), Ok(false));
        assert_eq!(holds("Rc < Arc"), Ok(true));
        assert_eq!(holds("Arc @ 2 threads > 5 * Arc"), Ok(true));
        assert_eq!(holds("Arc @ 4 threads > 5 * Arc"), Err(Term::parse("Arc @ 4 threads").unwrap()));
    }

    #[test]
    fn what_is_no_claim_is_refused() {
        for text in [
            "",
            "Arc",
            "Arc > ",
            "> Rc",
            "Arc > 2 Rc > Rc",
            "Arc > two * Rc",
            "Arc > 0 * Rc",
            "Arc > -1 * Rc",
            "Arc >< Rc",
            "Arc @ > Rc",
        ] {
            assert_eq!(Claim::parse(1, Quantity::Time, text), None, "{text}");
        }
    }

    #[test]
    fn a_claim_is_a_sentence() {
        let said = |text: &str| Claim::parse(1, Quantity::Time, text).unwrap().to_string();
        assert_eq!(said("Arc > 2 * Rc"), "Arc takes more than 2 times as long as Rc");
        assert_eq!(said("Arc @ 2 threads<0.5*Rc"), "Arc (2 threads) takes less than 0.5 times as long as Rc");
        assert_eq!(said("Arc > Rc"), "Arc takes longer than Rc");
        assert_eq!(said("Rc < Arc"), "Rc takes less than Arc");
    }

    #[test]
    fn what_takes_memory_takes_as_much_and_not_as_long() {
        let said = |text: &str| Claim::parse(1, Quantity::Memory, text).unwrap().to_string();
        assert_eq!(said("thread > 20 * task"), "thread takes more than 20 times as much memory as task");
        assert_eq!(said("task < thread"), "task takes less memory than thread");
        assert_eq!(said("thread > task"), "thread takes more memory than task");
    }

    #[test]
    fn a_sign_between_backticks_belongs_to_a_name() {
        let found = record(&[("`Arc<Mutex<u8>>`", Some("`a @ b`"), 9.0), ("`Rc<u8>`", None, 2.0)]);
        let claim = Claim::parse(1, Quantity::Time, "`Arc<Mutex<u8>>` @ `a @ b` > 4 * `Rc<u8>`").unwrap();
        assert_eq!(claim.holds(&found), Ok(true));
        assert_eq!(Claim::parse(1, Quantity::Time, "`Arc<u8>` `Rc<u8>`"), None);
    }
}
