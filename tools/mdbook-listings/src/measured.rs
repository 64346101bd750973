//! A measurement on the page: what took how long, or how much memory, on which machine, as a table that is a plot as well, and what the book
//! claims of it.
//!
//! Each row has a scale of its own beside its times, and all scales of a table are the same, so that the dots below each
//! other make the plot. So nothing has to be said twice for who can't see it, and on a phone the numbers stay as large as any
//! others.

use crate::code::{self, Blamed};
use crate::table::cell;
use crate::{assets, markdown};
use catalog::{Claim, Machine, Measurement, Point, Quantity, Record, rounded};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Nothing is fetched.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page of its own, which fetches nothing: what a reader has measured, beside the records of the book.
pub fn page(measurements: &[Measurement]) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "What was measured – every interleaving" }
                style { (PreEscaped(assets::of_pages_alone())) }
            }
            body.alone {
                main.content {
                    h1 { "What was measured" }
                    @for measurement in measurements { (PreEscaped(figure(measurement))) }
                    p.alone-origin { "Made by " code { "cargo book measure" } ", a tool of the book " em { "Every Interleaving" } "." }
                }
            }
        }
    }
    .into_string()
}

/// The figure of a measurement as HTML, without an empty line.
pub fn figure(measurement: &Measurement) -> String {
    let id = format!("measured-{}", measurement.name);
    let lines = measurement.code.lines().count();
    html! {
        figure.measured id=(id) {
            figcaption {
                a.measured-name href=(format!("#{id}")) { "Measured" }
                " "
                span.measured-caption { (markdown::inline(&measurement.caption)) }
            }
            (times(measurement))
            (claims(measurement))
            (machines(&measurement.records))
            details.measured-code {
                summary { "The benchmark" }
                p { "Measure it on a machine of yours, beside these: " code { "cargo book measure " (measurement.name) } }
                pre.listing-code tabindex="0" role="group" aria-label=(format!("Code of the benchmark {}", measurement.name)) {
                    code.nohighlight { (code::lines(&measurement.code, 0..lines, Blamed::Marked(&[]), &id)) }
                }
            }
        }
    }
    .into_string()
}

/// The same as Markdown, for renderers that make no pages.
pub fn in_markdown(measurement: &Measurement) -> String {
    let records = &measurement.records;
    let mut text = format!(
        "**Measured**: {}\n\n| {} of one {} |",
        measurement.caption,
        measurement.quantity.name(),
        measurement.one
    );
    text.extend(records.iter().map(|(name, _)| format!(" {name} |")));
    text += &format!("\n|---|{}\n", "--:|".repeat(records.len()));
    for point in rows(records) {
        text += &format!("| {} |", cell(&point.label()));
        for (_, record) in records {
            let time = record.point(&point.series, point.at.as_deref());
            text += &format!(" {} |", time.map_or("–".to_string(), |time| measurement.quantity.in_words(time.median)));
        }
        text += "\n";
    }
    text += "\n";
    for claim in &measurement.claims {
        text += &format!("* {claim}{}.\n", ratios(claim, records));
    }
    for (name, record) in records {
        text += &format!("* {name}: {}.\n", told(&record.machine));
    }
    text + "\n"
}

/// What was measured, in the order of the first record; the others may have more.
fn rows(records: &[(String, Record)]) -> Vec<&Point> {
    let mut rows: Vec<&Point> = Vec::new();
    for point in records.iter().flat_map(|(_, record)| &record.points) {
        if rows.iter().all(|row| (&row.series, &row.at) != (&point.series, &point.at)) {
            rows.push(point);
        }
    }
    rows
}

fn times(measurement: &Measurement) -> Markup {
    let records = &measurement.records;
    let rows = rows(records);
    let Some(scale) = Scale::of(measurement.quantity, records) else {
        return html! { p.measured-none { "No machine’s record of it is in the book." } };
    };
    html! {
        table.measured-times {
            thead {
                tr {
                    th scope="col" { (measurement.quantity.name()) " of one " (markdown::inline(&measurement.one)) }
                    @for (name, _) in records { th.measured-time scope="col" { (name) } }
                    td.measured-scale aria-hidden="true" { (scale.axis()) }
                }
            }
            tbody {
                @for point in rows {
                    tr {
                        th scope="row" { (markdown::inline(&point.label())) }
                        @for (name, record) in records {
                            td.measured-time data-machine=(name) {
                                @match record.point(&point.series, point.at.as_deref()) {
                                    Some(found) => (measurement.quantity.in_words(found.median)),
                                    None => "–",
                                }
                            }
                        }
                        td.measured-scale aria-hidden="true" { (scale.row(records, point)) }
                    }
                }
            }
        }
        p.measured-reading {
            "A mark is the median of the samples, and the line through it leaves out the "
            @match measurement.quantity {
                Quantity::Time => "quickest and the slowest",
                Quantity::Memory => "smallest and the largest",
            }
            " tenth of them. Equal distances are equal ratios."
        }
    }
}

fn claims(measurement: &Measurement) -> Markup {
    html! {
        @if !measurement.claims.is_empty() {
            ul.measured-claims {
                @for claim in &measurement.claims {
                    li { (markdown::inline(&claim.to_string())) (ratios(claim, &measurement.records)) "." }
                }
            }
        }
    }
}

/// ": 4.4 times (desk), 3.9 times (farm)"; nothing without a record. On a machine of a reader's it may not hold.
fn ratios(claim: &Claim, records: &[(String, Record)]) -> String {
    let ratio = |(name, record): &(String, Record)| {
        let denied = if claim.holds(record) == Ok(false) { ", where it doesn’t hold" } else { "" };
        claim.ratio(record).map(|ratio| format!("{} times ({name}{denied})", rounded(ratio)))
    };
    let ratios: Vec<String> = records.iter().filter_map(ratio).collect();
    if ratios.is_empty() { String::new() } else { format!(": {}", ratios.join(", ")) }
}

fn machines(records: &[(String, Record)]) -> Markup {
    html! {
        ul.measured-machines {
            @for (place, (name, record)) in records.iter().enumerate() {
                li {
                    svg.measured-key viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" { (mark(place, "6", 6)) }
                    " " strong { (name) } ": " (told(&record.machine)) "."
                }
            }
        }
    }
}

fn told(machine: &Machine) -> String {
    let cores = match machine.cores {
        1 => "one core".to_string(),
        cores => format!("{cores} cores"),
    };
    format!("{}, {cores}, {}, {}, on {}", machine.processor, machine.system, machine.compiler, machine.date)
}

/// What stands for a machine's median: a disc, a square, a ring, and again.
fn mark(machine: usize, x: &str, y: usize) -> Markup {
    let class = format!("measured-mark measured-mark-{}", machine % 3);
    html! {
        @if machine % 3 == 1 {
            rect class=(class) x=(x) y=(y) width="8" height="8" transform="translate(-4 -4)" {}
        } @else {
            circle class=(class) cx=(x) cy=(y) r="4" {}
        }
    }
}

/// From which time to which the plot goes, or from which size to which; equal distances are equal ratios.
struct Scale {
    quantity: Quantity,
    low: f64,
    high: f64,
}

/// Of the width of a scale, in percent: how much is left free at either end, for the marks and the words of the axis.
const MARGIN: f64 = 6.0;

impl Scale {
    /// All that these records have, with what it varies by; nothing without a point.
    fn of(quantity: Quantity, records: &[(String, Record)]) -> Option<Scale> {
        let points = || records.iter().flat_map(|(_, record)| &record.points);
        let low = points().map(|point| point.low).reduce(f64::min)?;
        let high = points().map(|point| point.high).reduce(f64::max)?;
        Some(Scale { quantity, low: step_at_most(low), high: step_at_least(high).max(step_at_most(low) * 10.0) })
    }

    /// Which part of the scale is below this time.
    fn part(&self, time: f64) -> f64 {
        (time / self.low).ln() / (self.high / self.low).ln()
    }

    fn place(&self, time: f64) -> String {
        format!("{:.2}%", MARGIN + self.part(time) * (100.0 - 2.0 * MARGIN))
    }

    /// Where the words of a line stand, and which part of them stands there: below the line, unless that's so near to an end
    /// that a narrow scale would cut them off.
    fn place_of_words(&self, time: f64) -> (String, &'static str) {
        match self.part(time) {
            part if part > 0.9 => ("100%".to_string(), "end"),
            part if part < 0.1 => ("0%".to_string(), "start"),
            _ => (self.place(time), "middle"),
        }
    }

    /// The times that have a line: powers of ten.
    fn lines(&self) -> Vec<f64> {
        let first = self.low.log10().ceil() as i32;
        let last = (self.high * 1.000_001).log10().floor() as i32;
        (first..=last).map(|power| 10f64.powi(power)).collect()
    }

    fn axis(&self) -> Markup {
        let lines = self.lines();
        // So that their words have room.
        let every = lines.len().div_ceil(4);
        html! {
            svg width="100%" height="20" {
                @for time in lines.iter().step_by(every) {
                    @let (x, anchor) = self.place_of_words(*time);
                    text x=(x) y="15" text-anchor=(anchor) { (self.quantity.power_in_words(*time)) }
                }
            }
        }
    }

    fn row(&self, records: &[(String, Record)], row: &Point) -> Markup {
        let height = 12 * records.len() + 12;
        html! {
            svg width="100%" height=(height) {
                @for time in self.lines() {
                    line.measured-line x1=(self.place(time)) x2=(self.place(time)) y1="0" y2=(height) {}
                }
                @for (machine, (_, record)) in records.iter().enumerate() {
                    @if let Some(point) = record.point(&row.series, row.at.as_deref()) {
                        @let y = 12 * machine + 12;
                        line.measured-spread x1=(self.place(point.low)) x2=(self.place(point.high)) y1=(y) y2=(y) {}
                        (mark(machine, &self.place(point.median), y))
                    }
                }
            }
        }
    }
}

/// The largest of 1, 2, 5, 10, 20, … that isn't more than this.
fn step_at_most(number: f64) -> f64 {
    let power = 10f64.powf(number.log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|step| *step <= number).unwrap_or(power)
}

/// The smallest of them that isn't less than this.
fn step_at_least(number: f64) -> f64 {
    let power = 10f64.powf(number.log10().floor());
    [1.0, 2.0, 5.0].into_iter().map(|step| step * power).find(|step| *step >= number).unwrap_or(power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn measurement() -> Measurement {
        let text = "//! Cloning an `Rc`, and an `Arc`.\n//@ one: clone\n//@ claim: Arc > 2 * Rc\n\nfn main() {}\n";
        let mut found = Measurement::parse("clones", Path::new("clones.rs"), text).unwrap();
        for (name, arc) in [("desk", 9.0), ("farm", 30.0)] {
            let point = |series: &str, median: f64| Point {
                series: series.to_string(),
                at: (series == "Arc").then(|| "2 threads".to_string()),
                median,
                low: median * 0.9,
                high: median * 1.2,
            };
            let machine = Machine {
                processor: "Abacus".into(),
                cores: 2,
                system: "Linux 6".into(),
                compiler: "rustc 1.95.0".into(),
                date: "2026-11-28".into(),
            };
            let points = vec![point("Rc", 2.0), point("Arc", arc)];
            found.records.push((
                name.to_string(),
                Record { code: found.fingerprint(), quantity: found.quantity, machine, points },
            ));
        }
        found.claims = vec![Claim::parse(3, Quantity::Time, "Arc @ 2 threads > 2 * Rc").unwrap()];
        found
    }

    #[test]
    fn a_figure_has_a_row_for_each_point_with_the_times_of_each_machine_and_their_marks() {
        let figure = figure(&measurement());
        assert!(!figure.contains("\n\n"));
        assert!(figure.contains("<th scope=\"row\">Arc, 2 threads</th>"), "{figure}");
        assert!(figure.contains("<td class=\"measured-time\" data-machine=\"farm\">30 ns</td>"), "{figure}");
        assert_eq!(figure.matches("measured-spread").count(), 4);
        assert!(
            figure
                .contains("Arc (2 threads) takes more than 2 times as long as Rc: 4.5 times (desk), 15 times (farm)."),
            "{figure}"
        );
        assert!(figure.contains("Abacus, 2 cores, Linux 6, rustc 1.95.0, on 2026-11-28."), "{figure}");
    }

    #[test]
    fn a_scale_goes_from_a_round_time_to_another_and_has_a_line_at_each_power_of_ten() {
        let scale = Scale::of(Quantity::Time, &measurement().records).unwrap();
        assert_eq!((scale.low, scale.high), (1.0, 50.0));
        assert_eq!(scale.lines(), [1.0, 10.0]);
        assert_eq!([2.0, 2.4, 24.0, 51.0].map(step_at_least), [2.0, 5.0, 50.0, 100.0]);
        assert_eq!([2.0, 2.4, 24.0, 51.0].map(step_at_most), [2.0, 2.0, 20.0, 50.0]);
        assert_eq!([scale.place(1.0), scale.place(50.0)], ["6.00%", "94.00%"]);
        let words = [1.0, 10.0, 49.0].map(|time| scale.place_of_words(time).1);
        assert_eq!(words, ["start", "middle", "end"]);
    }

    #[test]
    fn without_pages_it_is_a_table() {
        let text = in_markdown(&measurement());
        assert!(
            text.contains("| Time of one clone | desk | farm |\n|---|--:|--:|\n| Rc | 2.0 ns | 2.0 ns |\n"),
            "{text}"
        );
        assert!(text.contains("* desk: Abacus, 2 cores"), "{text}");
    }

    #[test]
    fn memory_is_in_bytes_on_the_scale_too() {
        let mut found = measurement();
        found.quantity = Quantity::Memory;
        let figure = figure(&found);
        assert!(figure.contains("<th scope=\"col\">Memory of one clone</th>"), "{figure}");
        assert!(figure.contains("<td class=\"measured-time\" data-machine=\"farm\">30 B</td>"), "{figure}");
        assert!(figure.contains(">10 B</text>"), "{figure}");
        assert!(figure.contains("leaves out the smallest and the largest tenth"), "{figure}");
        assert!(in_markdown(&found).contains("| Memory of one clone | desk | farm |"));
    }
}
