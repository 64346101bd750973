//! Whether what a shape of memory asks about is something that its program could print, and is asked once.

use catalog::{Catalog, Explored, Listing, Problem, Shape};
use std::collections::BTreeSet;

/// Shapes that ask about an output which neither the texts in the code make nor any listing of the shape prints: a misspelt one
/// would never be found, and count as one that cannot happen.
pub(crate) fn shapes_that_ask_for_nothing(catalog: &Catalog, explored: &Explored) -> Vec<Problem> {
    let all: Vec<(&Listing, &Shape)> =
        catalog.listings.values().filter_map(|listing| Some((listing, listing.shape.as_ref()?))).collect();
    let printed = |name: &str, line: &str| {
        all.iter().filter(|(_, shape)| shape.name == name).any(|(listing, _)| {
            let outcomes = explored.get(&listing.id).into_iter().flat_map(|found| &found.outcomes);
            outcomes.into_iter().any(|outcome| outcome.prints.lines().any(|printed| printed == line))
        })
    };
    let mut problems = Vec::new();
    for (listing, shape) in &all {
        let code = listing.shown.text();
        let unknown = shape.output.lines().find(|line| !is_made(&code, line) && !printed(&shape.name, line));
        if let Some(line) = unknown {
            let fault = format!(
                "asks about `{line}`, which no text in its code makes and which no listing of the shape {} prints",
                shape.name
            );
            let remedy = "correct it, or let the program print these words where the shape is seen";
            problems.push(Problem::at_line(&listing.file, listing.line_of("//@ shape"), fault, remedy));
        }
    }
    problems
}

/// Shapes that are there twice with the same orderings, so that a table would answer one question twice.
pub(crate) fn shapes_asked_twice(catalog: &Catalog) -> Vec<Problem> {
    let mut asked = BTreeSet::new();
    let shapes = catalog.listings.values().filter_map(|listing| Some((listing, listing.shape.as_ref()?)));
    let twice = shapes.filter(|(_, shape)| !asked.insert((&shape.name, &shape.orderings)));
    let problem = |(listing, shape): (&Listing, &Shape)| {
        let fault = format!("is the second listing of the shape {} with {}", shape.name, shape.orderings);
        let remedy = "say in which way its orderings differ, or leave the shape to the other one";
        Problem::at_line(&listing.file, listing.line_of("//@ shape"), fault, remedy)
    };
    twice.map(problem).collect()
}

/// Whether one of the texts in the code makes this line, whatever stands for its `{…}`. A text without words makes nothing.
fn is_made(code: &str, line: &str) -> bool {
    let texts = code.lines().flat_map(|line| line.split('"').skip(1).step_by(2));
    texts.filter(|text| text.contains(char::is_alphabetic)).any(|text| makes(text, line))
}

fn makes(text: &str, line: &str) -> bool {
    let Some((before, rest)) = text.split_once('{') else { return text == line };
    let Some(line) = line.strip_prefix(before) else { return false };
    let Some((_, after)) = rest.split_once('}') else { return false };
    line.char_indices().map(|(at, _)| at).chain([line.len()]).any(|at| makes(after, &line[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_made_by_a_text_or_by_one_with_places_for_values() {
        let code = "println!(\"read: {read}, in the end: {}\", 2);\nprintln!(\"{}\", x);\nlet a = \"done\";\n";
        for line in ["read: 2, in the end: 1", "done"] {
            assert!(is_made(code, line), "{line}");
        }
        for line in ["read: 2", "read: 2, in the ends: 1", "don", "anything"] {
            assert!(!is_made(code, line), "{line}");
        }
    }
}
