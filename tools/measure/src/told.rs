//! What was found, for the terminal: each time or size beside those of the book's machines, and which claims hold here.

use catalog::{Measurement, Record, rounded};

/// A table of what was found, and a line for each claim.
pub fn table(measurement: &Measurement, here: &Record) -> String {
    let others = measurement.records.iter().map(|(name, record)| (name.as_str(), record));
    let columns: Vec<(&str, &Record)> = [("here", here)].into_iter().chain(others).collect();
    let widest = here.points.iter().map(|point| point.label().chars().count()).max().unwrap_or(0);
    let mut text = format!(
        "{}\n{} of one {}:\n\n{:widest$}",
        measurement.caption,
        measurement.quantity.name(),
        measurement.one,
        ""
    );
    text.extend(columns.iter().map(|(name, _)| format!("  {name:>8}")));
    text += "\n";
    for point in &here.points {
        text += &format!("{:widest$}", point.label());
        for (name, record) in &columns {
            let time = record.point(&point.series, point.at.as_deref());
            let time = time.map_or("–".to_string(), |time| measurement.quantity.in_words(time.median));
            text += &format!("  {time:>width$}", width = name.chars().count().max(8));
        }
        text += "\n";
    }
    if !measurement.claims.is_empty() {
        text += "\n";
    }
    for claim in &measurement.claims {
        let ratio = claim.ratio(here).map_or(String::new(), |ratio| format!(" ({} times)", rounded(ratio)));
        text += &match claim.holds(here) {
            Ok(true) => format!("holds here: {claim}{ratio}\n"),
            Ok(false) => format!("does NOT hold here: {claim}{ratio}\n"),
            Err(term) => format!("says nothing here: {claim}; there is no {term}\n"),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Machine, Point, Quantity, Record};
    use std::path::Path;

    fn record(arc: f64) -> Record {
        let point =
            |series: &str, median: f64| Point { series: series.into(), at: None, median, low: median, high: median };
        let machine =
            Machine { processor: "P".into(), cores: 2, system: "S".into(), compiler: "C".into(), date: "D".into() };
        Record {
            code: "x".into(),
            quantity: Quantity::Time,
            machine,
            points: vec![point("Rc", 2.0), point("Arc", arc)],
        }
    }

    #[test]
    fn times_stand_beside_those_of_the_book_and_a_claim_holds_here_or_not() {
        let text = "//! Clones.\n//@ one: clone\n//@ claim: Arc > 2 * Rc\n\nfn main() {}\n";
        let mut measurement = Measurement::parse("clones", Path::new("x"), text).unwrap();
        measurement.records.push(("desk".into(), record(9.0)));
        assert_eq!(
            table(&measurement, &record(3.0)),
            "Clones.\nTime of one clone:\n\n         here      desk\nRc     2.0 ns    2.0 ns\nArc    3.0 ns    9.0 ns\n\n\
             does NOT hold here: Arc takes more than 2 times as long as Rc (1.5 times)\n"
        );
        assert!(
            table(&measurement, &record(5.0))
                .contains("\nholds here: Arc takes more than 2 times as long as Rc (2.5 times)\n")
        );
    }
}
