//! Numbers of the catalog in a sentence: drawn from it, or held against it.

use catalog::{Catalog, Explored, Extent, Id, Intent, Listing, Stdout, grouped};
use num_bigint::BigUint;

/// A number in a sentence that the catalog knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub quantity: Quantity,
    /// The number in the author's words; empty where the catalog fills it in.
    pub words: String,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantity {
    /// A number of a listing's evidence.
    Listing(Id, ListingQuantity),
    /// A number of the whole book.
    Book(BookQuantity),
}

impl Quantity {
    /// What the address of a link names behind `count:`.
    pub(crate) fn parse(address: &str) -> Option<Quantity> {
        match address.rsplit_once('/') {
            Some((id, of)) => Some(Quantity::Listing(Id::parse(id)?, ListingQuantity::parse(of)?)),
            None => BookQuantity::parse(address).map(Quantity::Book),
        }
    }
}

/// What can be counted of the whole book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BookQuantity {
    /// Its listings.
    Listings,
    /// Those whose every schedule was followed.
    Explored,
    /// The outcomes of these, with those that memory or the library permits beside.
    Outcomes,
    /// The schedules of these, where there is an end of them.
    Schedules,
}

impl BookQuantity {
    /// How a link names it.
    pub fn word(self) -> &'static str {
        match self {
            BookQuantity::Listings => "listings",
            BookQuantity::Explored => "explored",
            BookQuantity::Outcomes => "outcomes",
            BookQuantity::Schedules => "schedules",
        }
    }

    fn parse(word: &str) -> Option<BookQuantity> {
        [BookQuantity::Listings, BookQuantity::Explored, BookQuantity::Outcomes, BookQuantity::Schedules]
            .into_iter()
            .find(|of| of.word() == word)
    }
}

/// What can be counted of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListingQuantity {
    /// The outcomes, without those that memory or the library permits beside.
    Outcomes,
    /// The schedules that lead to them.
    Schedules,
    /// The states.
    States,
}

impl ListingQuantity {
    const ALL: [ListingQuantity; 3] = [ListingQuantity::Outcomes, ListingQuantity::Schedules, ListingQuantity::States];

    /// How a link names it.
    pub fn word(self) -> &'static str {
        match self {
            ListingQuantity::Outcomes => "outcomes",
            ListingQuantity::Schedules => "schedules",
            ListingQuantity::States => "states",
        }
    }

    fn parse(word: &str) -> Option<ListingQuantity> {
        ListingQuantity::ALL.into_iter().find(|of| of.word() == word)
    }
}

/// Numbers that a sentence spells out.
const WORDS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The number as it stands in a sentence: what the author wrote there, or, where that is nothing, the number. `explored` is
/// that of the catalog.
///
/// # Errors
/// A listing that has no such number, and words that say a different one: the fault, and the remedy.
pub fn counted(count: &Count, catalog: &Catalog, explored: &Explored) -> Result<String, (String, String)> {
    let number = match &count.quantity {
        Quantity::Listing(id, of) => number(id, *of, catalog, explored)?,
        Quantity::Book(of) => total(*of, catalog, explored),
    };
    let word = number.parse().ok().and_then(|number: usize| WORDS.get(number));
    let digits = grouped(&number);
    let written = count.words.as_str();
    if written.is_empty() {
        return Ok(word.map_or(digits, |word| (*word).to_string()));
    }
    if written == digits || word.is_some_and(|word| *word == written.to_lowercase()) {
        return Ok(written.to_string());
    }
    let fault = match &count.quantity {
        Quantity::Listing(id, of) => format!("says {written}, and the evidence of {id} has {digits} {}", of.word()),
        Quantity::Book(of) => format!("says {written}, and the number of the book's {} is {digits}", of.word()),
    };
    let right = word.map_or(digits.clone(), |word| format!("{word}` or `{digits}"));
    Err((fault, format!("write `{right}`, or leave the link empty, `[](count:…)`, and the number is filled in")))
}

/// A number of the whole book, in decimal. A sample proves nothing of all schedules, so it is in none but the first.
pub(crate) fn total(of: BookQuantity, catalog: &Catalog, explored: &Explored) -> String {
    let explored = || explored.values().filter(|found| !found.is_sample());
    match of {
        BookQuantity::Listings => catalog.listings.len().to_string(),
        BookQuantity::Explored => explored().count().to_string(),
        BookQuantity::Outcomes => explored().map(|found| found.outcomes.len()).sum::<usize>().to_string(),
        BookQuantity::Schedules => {
            let counts = explored().filter_map(|found| found.count()?.parse::<BigUint>().ok());
            counts.sum::<BigUint>().to_string()
        }
    }
}

/// A number of a listing's evidence, in decimal; else the fault, and the remedy.
fn number(id: &Id, of: ListingQuantity, catalog: &Catalog, explored: &Explored) -> Result<String, (String, String)> {
    let Some(listing) = catalog.listings.get(id) else {
        return Err((format!("there is no listing {id}"), catalog.is_it(&id.to_string())));
    };
    in_evidence(listing, of, explored).ok_or_else(|| {
        let has = |of: &ListingQuantity| in_evidence(listing, *of, explored).is_some();
        let numbers: Vec<&str> = ListingQuantity::ALL.into_iter().filter(has).map(ListingQuantity::word).collect();
        let remedy = match &numbers[..] {
            [] => {
                "it has no number at all: name a listing that says `//@ schedules`, or write the number without a link"
                    .into()
            }
            numbers => format!("it has a number of {}", numbers.join(", and of ")),
        };
        (format!("the evidence of {id} has no number of {}", of.word()), remedy)
    })
}

/// A number of a listing's evidence, in decimal, if it has such a number.
fn in_evidence(listing: &Listing, of: ListingQuantity, explored: &Explored) -> Option<String> {
    match (of, explored.get(&listing.id), &listing.intent) {
        (ListingQuantity::Outcomes, Some(found), _) => Some(found.ordinary().len().to_string()),
        (ListingQuantity::Outcomes, None, Intent::Runs(Stdout::OneOf(outcomes))) => Some(outcomes.len().to_string()),
        (ListingQuantity::Schedules, Some(found), _) => found.count(),
        (ListingQuantity::States, Some(found), _) => match found.extent {
            Extent::Whole { .. } => Some(found.states.len().to_string()),
            Extent::Counted { states, .. } => Some(states.to_string()),
            Extent::Sample { .. } => None,
        },
        _ => None,
    }
}
