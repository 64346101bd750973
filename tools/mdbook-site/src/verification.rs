//! What was verified of this book, in numbers that are counted from the listings and their evidence.

use crate::place::Place;
use crate::revision::{Nameless, Revision};
use catalog::{Catalog, Explored, Exploring, Intent, Measurement, Stdout, grouped, sum_of};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// The verdicts, in the words of a page.
const VERDICTS: [(&str, &str); 6] = [
    ("runs", "run to their end"),
    ("panics", "end with a panic"),
    ("hangs", "never end"),
    ("may-hang", "may end, or never end"),
    ("races", "have undefined behaviour, and are never run"),
    ("fails", "do not compile"),
];

/// Listings that can come to several things, or were run under many schedules.
#[derive(Debug, Default)]
struct Several {
    listings: usize,
    outcomes: usize,
    /// The schedules of each, in decimal.
    schedules: Vec<String>,
}

/// The listings that print one of several outcomes.
fn with_outcomes(catalog: &Catalog) -> Several {
    let mut several = Several::default();
    for listing in catalog.listings.values() {
        if let Intent::Runs(Stdout::OneOf(outcomes)) = &listing.intent {
            several.listings += 1;
            several.outcomes += outcomes.len();
        }
    }
    several
}

/// The listings that were run in this way.
fn explored(catalog: &Catalog, found: &Explored, how: impl Fn(Exploring) -> bool) -> Several {
    let mut several = Several::default();
    for listing in catalog.listings.values().filter(|listing| listing.schedules.is_some_and(&how)) {
        if let Some(found) = found.get(&listing.id) {
            several.listings += 1;
            several.outcomes += found.ordinary().len();
            several.schedules.extend(found.count());
        }
    }
    several
}

impl Several {
    /// "70, which come to 101 outcomes under 1,234 schedules"
    fn under_schedules(&self) -> Markup {
        let schedules = grouped(&sum_of(self.schedules.iter().map(String::as_str)));
        html! { (self.listings) ", which come to " (self.outcomes) " outcomes under " (schedules) " schedules" }
    }
}

/// "14, with 47 claims that each of 14 records bears out"
fn measured(catalog: &Catalog) -> Markup {
    let sum = |of: fn(&Measurement) -> usize| catalog.measurements.values().map(of).sum::<usize>();
    let (claims, records) = (sum(|found| found.claims.len()), sum(|found| found.records.len()));
    html! { (catalog.measurements.len()) ", with " (claims) " claims about ratios, borne out by " (records) " records" }
}

/// Which state of it this is: without a word where there's no commit, nobody could tell whether one was left out.
fn state_of_the_book(revision: &Result<Revision, Nameless>) -> Markup {
    html! {
        @match revision {
            Ok(revision) => {
                "commit " code { (revision.name) } " of " (revision.date())
                @if revision.is_changed { ", and changes after it that are in no commit" }
            }
            Err(nameless) => { "in no commit that could be named: " (nameless) }
        }
    }
}

/// The table of them.
pub fn html(catalog: &Catalog, found: &Explored, compiler: &str, revision: &Result<Revision, Nameless>) -> String {
    let with_outcomes = with_outcomes(catalog);
    let every = explored(catalog, found, Exploring::is_of_every_order);
    let some = explored(catalog, found, |how| !how.is_of_every_order());
    let codes: BTreeSet<_> = catalog.listings.values().flat_map(|listing| listing.codes()).collect();
    let with_crates = catalog.listings.values().filter(|listing| !catalog.crates_of(listing).is_empty()).count();
    let count = |word: &str| catalog.listings.values().filter(|listing| listing.intent.word() == word).count();
    let row = |what: &str, value: Markup| html! { tr { th scope="row" { (what) } td { (value) } } };
    let table = html! {
        div.verification {
            div.table-wrapper {
                table {
                    thead { tr { th { "What" } th { "How many, or which" } } }
                    tbody {
                        (row("the compiler", html! { "rustc " (compiler) }))
                        (row("the book", state_of_the_book(revision)))
                        (row("listings", html! { (catalog.listings.len()) }))
                        @for (word, words) in VERDICTS {
                            @if count(word) > 0 {
                                tr.verification-part { th scope="row" { "of these " (words) } td { (count(word)) } }
                            }
                        }
                        (row("codes of errors among them", html! { (codes.len()) }))
                        (row("listings with several outcomes", html! {
                            (with_outcomes.listings) ", which have " (with_outcomes.outcomes) " outcomes, each of them seen"
                        }))
                        (row("listings run under every order of their steps", every.under_schedules()))
                        @if some.listings > 0 {
                            (row("listings run under some orders, chosen at random", some.under_schedules()))
                        }
                        @if with_crates > 0 {
                            (row("listings that use a crate, none of them explored", html! { (with_crates) }))
                        }
                        @if !catalog.measurements.is_empty() {
                            (row("measurements", measured(catalog)))
                        }
                    }
                }
            }
        }
    };
    table.into_string()
}

/// Where a page has the place for it.
pub const PLACE: Place = Place("<div class=\"verification\"></div>");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_that_a_listing_can_have_is_counted() {
        let mut counted = VERDICTS.map(|(word, _)| word);
        let mut all = chapters::VERDICTS;
        counted.sort_unstable();
        all.sort_unstable();
        assert_eq!(counted, all);
    }

    #[test]
    fn a_book_without_a_commit_says_why() {
        let said = |revision| state_of_the_book(&revision).into_string();
        assert_eq!(
            said(Err(Nameless::OfSomethingElse)),
            "in no commit that could be named: the repository around it is another one, which doesn't have its book.toml"
        );
        let (time, name) = ("2026-04-01T12:00:00Z".to_string(), "0123456789".to_string());
        let changed = said(Ok(Revision { time, name, is_changed: true }));
        assert_eq!(changed, "commit <code>0123456789</code> of 2026-04-01, and changes after it that are in no commit");
    }
}
