//! What was verified of this book, in numbers that are counted from the listings and their evidence.

use crate::revision::Revision;
use catalog::{Catalog, Evidence, EvidenceKind, Exploring, Id, Intent, Schedules, Stdout};
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// The verdicts, in the words of a page.
const VERDICTS: [(&str, &str); 5] = [
    ("runs", "run to their end"),
    ("panics", "end with a panic"),
    ("hangs", "never end"),
    ("may-hang", "may end, or never end"),
    ("fails", "do not compile"),
];

/// The numbers.
#[derive(Debug, Default, PartialEq, Eq)]
struct Numbers {
    /// Listings that print one of several outcomes, and these outcomes.
    outcomes: (usize, usize),
    /// Listings that were run under every order of their steps, the outcomes of that, and the orders.
    explored: (usize, usize, u128),
    /// Codes of the compiler's errors.
    codes: usize,
}

impl Numbers {
    fn of(catalog: &Catalog, evidence: &BTreeMap<&Id, Evidence>) -> Numbers {
        let mut numbers = Numbers::default();
        let mut codes = BTreeSet::new();
        for listing in catalog.listings.values() {
            codes.extend(listing.codes());
            if let Intent::Runs(Stdout::OneOf(outcomes)) = &listing.intent {
                numbers.outcomes.0 += 1;
                numbers.outcomes.1 += outcomes.len();
            }
            // A sample does not say how many there are.
            if listing.schedules == Some(Exploring::Every)
                && let Ok(found) = Schedules::parse(evidence[&listing.id].text(EvidenceKind::Schedules))
            {
                numbers.explored.0 += 1;
                numbers.explored.1 += found.outcomes.len();
                // There may be more than this number holds; then they are as many as it holds at least.
                let schedules = found.count().parse::<u128>().unwrap_or(u128::MAX);
                numbers.explored.2 = numbers.explored.2.saturating_add(schedules);
            }
        }
        numbers.codes = codes.len();
        numbers
    }
}

/// The table of them.
pub fn html(
    catalog: &Catalog,
    evidence: &BTreeMap<&Id, Evidence>,
    compiler: &str,
    revision: Option<&Revision>,
) -> String {
    let numbers = Numbers::of(catalog, evidence);
    let count = |word: &str| catalog.listings.values().filter(|listing| listing.intent.word() == word).count();
    let row = |what: &str, value: Markup| html! { tr { th scope="row" { (what) } td { (value) } } };
    let table = html! {
        div.verification {
            div.table-wrapper {
                table {
                    thead { tr { th { "What" } th { "How many, or which" } } }
                    tbody {
                        (row("the compiler", html! { "rustc " (compiler) }))
                        @if let Some(revision) = revision {
                            (row("the book", html! { "commit " code { (revision.name) } " of " (revision.date()) }))
                        }
                        (row("listings", html! { (catalog.listings.len()) }))
                        @for (word, words) in VERDICTS {
                            @if count(word) > 0 { (row(&format!("of these {words}"), html! { (count(word)) })) }
                        }
                        (row("codes of errors among them", html! { (numbers.codes) }))
                        (row("listings with several outcomes", html! {
                            (numbers.outcomes.0) ", which have " (numbers.outcomes.1) " outcomes, each of them seen"
                        }))
                        (row("listings run under every order of their steps", html! {
                            (numbers.explored.0) ", which come to " (numbers.explored.1) " outcomes under "
                            (grouped(numbers.explored.2)) " schedules"
                        }))
                    }
                }
            }
        }
    };
    table.into_string()
}

/// A number with a comma after each three digits.
fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Puts it where a page has the place for it.
pub fn fill(html: &str, verified: &str) -> String {
    html.replace("<div class=\"verification\"></div>", verified)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(grouped(12), "12");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
