//! The choices of all chapters, held against the evidence of the listings: none is called right that the evidence denies,
//! and none wrong that it confirms.

use crate::book::Book;
use crate::chapter::Chapter;
use crate::choice::{Choice, Judgement};
use crate::claim::Claim;
use crate::consistency::errors_of;
use crate::piece::Show;
use at_once::at_once;
use catalog::{Catalog, Evidence, Listing, Problem};
use std::collections::BTreeSet;

/// Choices that the evidence contradicts, and those that it cannot decide.
pub(crate) fn choices_that_evidence_denies(book: &Book, catalog: &Catalog) -> Vec<Problem> {
    let known: BTreeSet<String> = catalog.listings.values().flat_map(errors_of).collect();
    let denied = |chapter: &Chapter| {
        let mut problems = Vec::new();
        for choices in &chapter.choices {
            // That there is no such listing is a fault of its own.
            let Some(listing) = catalog.listings.get(&choices.show.id) else { continue };
            let (evidence, _) = catalog.evidence(listing);
            for choice in &choices.list {
                if let Some((fault, remedy)) = fault_of(choice, &choices.show, listing, &evidence, &known) {
                    problems.push(Problem::at_line(&chapter.file(), chapter.line_of(&choice.link), fault, remedy));
                }
            }
        }
        problems
    };
    at_once(&book.chapters, denied).into_iter().flatten().collect()
}

/// What is wrong with a choice, and what to do.
fn fault_of(
    choice: &Choice,
    show: &Show,
    listing: &Listing,
    evidence: &Evidence,
    known: &BTreeSet<String>,
) -> Option<(String, String)> {
    if choice.claim == Claim::Because {
        return None;
    }
    if let (Claim::Line(line), Some(anchor)) = (&choice.claim, &show.anchor)
        && let Some(lines) = listing.shown.anchors.get(anchor)
        && !lines.contains(&(line - 1))
    {
        let fault = format!("“{}” speaks of line {line}, which the excerpt does not show", choice.words);
        return Some((fault, format!("name one of the lines {} to {}", lines.start + 1, lines.end)));
    }
    let (words, id) = (&choice.words, &listing.id);
    match (choice.claim.holds(words, listing, evidence, known), choice.judgement) {
        (Ok(true), Judgement::Right) | (Ok(false), Judgement::Wrong) => None,
        (Ok(holds), _) => {
            let (called, does) = if holds { ("wrong", "confirms") } else { ("right", "denies") };
            let fault = format!("calls “{words}” {called}, and the evidence of {id} {does} it");
            let remedy = format!("{}: correct the choice", choice.claim.truth(listing, evidence));
            Some((fault, remedy))
        }
        (Err(undecided), _) => {
            let fault = format!("the evidence of {id} does not decide “{words}”: {}", undecided.why);
            Some((fault, undecided.remedy))
        }
    }
}
