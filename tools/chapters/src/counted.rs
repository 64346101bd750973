//! Numbers of the evidence in a sentence: drawn from it, or held against it.

use crate::chapter::{Count, Counted};
use catalog::{Catalog, EvidenceKind, Extent, Intent, Schedules, Stdout, grouped};

/// Numbers that a sentence has as words.
const WORDS: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The number as it stands in a sentence: what the author wrote there, or, where that is nothing, the number.
///
/// # Errors
/// A listing that has no such number, and words that are another one.
pub fn counted(count: &Count, catalog: &Catalog) -> Result<String, String> {
    let number = number(count, catalog)?;
    let word = number.parse().ok().and_then(|number: usize| WORDS.get(number));
    let digits = grouped(&number);
    let written = count.words.as_str();
    if written.is_empty() {
        return Ok(word.map_or(digits, |word| (*word).to_string()));
    }
    if written == digits || word.is_some_and(|word| *word == written.to_lowercase()) {
        return Ok(written.to_string());
    }
    Err(format!("says {written}, and the evidence of {} has {digits} {}", count.id, count.of.word()))
}

/// The number, in decimal.
fn number(count: &Count, catalog: &Catalog) -> Result<String, String> {
    let listing = catalog.listings.get(&count.id).ok_or_else(|| format!("there is no listing {}", count.id))?;
    let explored = listing.schedules.and_then(|_| {
        let (evidence, _) = catalog.evidence(listing);
        // Evidence that cannot be read is a fault of its own.
        Schedules::parse(evidence.text(EvidenceKind::Schedules)).ok()
    });
    let number = match (count.of, &explored, &listing.intent) {
        (Counted::Outcomes, Some(found), _) => Some(found.ordinary().len().to_string()),
        (Counted::Outcomes, None, Intent::Runs(Stdout::OneOf(outcomes))) => Some(outcomes.len().to_string()),
        (Counted::Schedules, Some(found), _) => found.count(),
        (Counted::States, Some(found), _) => match found.extent {
            Extent::Whole { .. } => Some(found.states.len().to_string()),
            Extent::Counted { states, .. } => Some(states.to_string()),
            Extent::Sample { .. } => None,
        },
        _ => None,
    };
    number.ok_or_else(|| format!("the evidence of {} has no number of {}", count.id, count.of.word()))
}
