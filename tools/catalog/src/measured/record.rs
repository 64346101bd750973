//! What a measurement found on one machine.

use super::quantity::Quantity;
use serde::{Deserialize, Serialize};

/// What was found on one machine, at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Which code was measured, as [`Measurement::fingerprint`](crate::Measurement::fingerprint) has it: a record of any other
    /// code is out of date.
    pub code: String,
    /// What was measured; time, where a record doesn't say.
    #[serde(default, skip_serializing_if = "is_time")]
    pub quantity: Quantity,
    /// Where and when.
    pub machine: Machine,
    /// What was found, in the order in which the measurement has it.
    pub points: Vec<Point>,
}

/// Where and when it was measured. All of it is for people to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Machine {
    /// The processor, as it calls itself.
    pub processor: String,
    /// How many threads can run at once.
    pub cores: usize,
    /// The operating system and its version.
    pub system: String,
    /// The compiler and its version.
    pub compiler: String,
    /// The day, as `2026-11-28`.
    pub date: String,
}

fn is_time(quantity: &Quantity) -> bool {
    *quantity == Quantity::Time
}

/// How long one operation took, or how much memory; in nanoseconds, or in bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Of what, `Arc`.
    pub series: String,
    /// Under which circumstances, `2 threads`, where the measurement has more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The median of the samples.
    pub median: f64,
    /// A tenth of the samples took less.
    pub low: f64,
    /// A tenth of the samples took more.
    pub high: f64,
}

impl Point {
    /// What it is the time of, in words: "Arc, 2 threads".
    pub fn label(&self) -> String {
        match &self.at {
            Some(at) => format!("{}, {at}", self.series),
            None => self.series.clone(),
        }
    }
}

impl Record {
    /// The point of this series under these circumstances.
    pub fn point(&self, series: &str, at: Option<&str>) -> Option<&Point> {
        self.points.iter().find(|point| point.series == series && point.at.as_deref() == at)
    }

    /// What keeps these from being numbers that a measurement finds, if anything does.
    pub fn fault(&self) -> Option<String> {
        if self.points.is_empty() {
            return Some("has no point".to_string());
        }
        let twice = |(place, point): (usize, &Point)| {
            self.points[..place].iter().any(|other| (&other.series, &other.at) == (&point.series, &point.at))
        };
        if let Some(place) = self.points.iter().enumerate().find(|found| twice(*found)) {
            return Some(format!("has `{}` twice", place.1.label()));
        }
        let is_amount = |amount: f64| amount.is_finite() && amount > 0.0;
        let is_good = |point: &&Point| {
            is_amount(point.low) && point.low <= point.median && point.median <= point.high && is_amount(point.high)
        };
        let bad = self.points.iter().find(|point| !is_good(point))?;
        let what = match self.quantity {
            Quantity::Time => "times",
            Quantity::Memory => "sizes",
        };
        Some(format!("says of `{}` that its {what} are {}, {} and {}", bad.label(), bad.low, bad.median, bad.high))
    }
}
