//! A listing with its evidence in Markdown alone, for a renderer that makes no HTML: a PDF by way of LaTeX, a man page.
//!
//! What the page for a browser draws is told in sentences here. Nothing is folded away, and nothing can be played.

use crate::figure::{Figure, Repair, followed};
use crate::prediction;
use crate::terminal::without_the_folder_of_rustc;
use crate::timeline;
use crate::verdict;
use crate::words;
use catalog::{Answer, Edited, Ending, EvidenceKind, Intent, Outcome, Row, Schedules, Stdout};
use std::fmt::Write;

/// The listing as blocks of Markdown.
pub fn listing(shown: &Figure<'_>) -> String {
    let Figure { listing, evidence, compiler, .. } = shown;
    let mut text = format!("**Listing {}.** {}\n\n", shown.number, listing.caption);
    let lines = match shown.anchor {
        Some(anchor) => listing.shown.anchors[anchor].clone(),
        None => 0..listing.shown.lines.len(),
    };
    let code: String = listing.shown.lines[lines].iter().flat_map(|line| [line.text.as_str(), "\n"]).collect();
    text += &fence("rust", &code);
    if let Some(edited) = shown.edited {
        let _ = write!(text, "**{}**\n\n", is_edited(edited));
    }
    text += &prediction::listed(shown.choices);
    let followed = followed(shown);
    let permits_more = shown.schedules.is_some_and(|found| found.ordinary().len() < found.outcomes.len());
    let sentence = verdict::sentence(listing, compiler, followed, permits_more);
    let _ = write!(text, "*{}.* {sentence}\n\n", verdict::short(listing, shown.schedules));
    let stderr = without_the_folder_of_rustc(evidence.text(EvidenceKind::Stderr));
    text += &match &listing.intent {
        Intent::Fails { .. } => fence("text", &stderr),
        Intent::Runs(Stdout::OneOf(_)) => evidence.outcomes().iter().map(|outcome| fence("text", outcome)).collect(),
        _ => fence("text", evidence.text(EvidenceKind::Stdout)),
    };
    if listing.is_program() && !stderr.is_empty() {
        let _ = write!(text, "To standard error it prints:\n\n{}", fence("text", &stderr));
    }
    if let Some(found) = shown.schedules {
        text += &schedules(found);
    }
    text += &prediction::answered(shown.choices);
    if let Some(note) = &listing.note {
        let _ = write!(text, "{}\n\n", note.trim_end());
    }
    if let Some(Repair { name, address, .. }) = &shown.repair {
        let _ = write!(text, "Repaired in {}.\n\n", link(name, address));
    }
    text
}

/// A link to the chapter of a listing, unless it is this one; `address` is that of the listing on a page.
fn link(name: &str, address: &str) -> String {
    match address.split_once(".html#") {
        Some((chapter, _)) => format!("[{name}]({chapter}.md)"),
        None => name.to_string(),
    }
}

/// A block of code, or nothing where there is none. The fence is longer than any in it.
fn fence(language: &str, code: &str) -> String {
    if code.trim().is_empty() {
        return String::new();
    }
    let longest = code.split(|sign| sign != '`').map(str::len).max().unwrap_or_default();
    let ticks = "`".repeat(3.max(longest + 1));
    format!("{ticks}{language}\n{}\n{ticks}\n\n", code.trim_end_matches('\n'))
}

/// What the page for a browser says as well.
pub fn is_edited(edited: Edited) -> &'static str {
    match edited {
        Edited::Never => "It was never checked, and nobody has seen it do what stands below.",
        Edited::Code => "It was edited since it was checked: what stands below was seen of other code.",
        Edited::Evidence => "What stands below was edited since it was checked: it is not what was seen.",
    }
}

fn schedules(found: &Schedules) -> String {
    let mut text = format!("**{}**\n\n", words::sentence(found));
    for outcome in &found.outcomes {
        let _ = writeln!(text, "- {}", item(found, outcome));
    }
    text.push('\n');
    for more in words::leaks(found).into_iter().chain(words::load_buffering(found)) {
        let _ = write!(text, "{more}\n\n");
    }
    text
}

/// An outcome as an item of a list: what it prints, how it ends, by how many schedules.
fn item(found: &Schedules, outcome: &Outcome) -> String {
    let printed = match outcome.prints.as_str() {
        "" => "prints nothing".to_string(),
        text => format!("prints `{}`", words::one_line(text).replace('`', "'")),
    };
    let ends = match &outcome.ends {
        Ending::Returned => "returns".to_string(),
        _ => words::ending_of(found, outcome),
    };
    let only = words::only_if(found, outcome).map(|only| format!(", {only}")).unwrap_or_default();
    let counted = words::counted(found, outcome).map(|_| format!("; {}", words::count(found, outcome)));
    format!("{printed}; {ends}{only}{}", counted.unwrap_or_default())
}

/// One schedule of an outcome, step by step; `name` and `address` are those of the listing.
pub fn timeline(found: &Schedules, outcome: usize, name: &str, address: &str) -> String {
    let told = found.outcomes.get(outcome).and_then(|outcome| timeline::told(found, outcome));
    told.map_or(String::new(), |told| format!("A schedule of {}: {told}\n", link(name, address)))
}

/// Types by `Send` and `Sync`.
pub fn matrix(rows: &[Row], answers: &[Answer], compiler: &str) -> String {
    let mut text = format!(
        "{} types. Each yes and each no is an answer of rustc {compiler}.\n\n| Type | `Send` | `Sync` | Why |\n|---|---|---|---|\n",
        rows.len()
    );
    let word = |refusal: &Option<String>| if refusal.is_some() { "no" } else { "yes" };
    for (row, answer) in rows.iter().zip(answers) {
        let cells = [&format!("`{}`", row.name()), word(&answer.not_send), word(&answer.not_sync), &row.because];
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_is_longer_than_what_stands_in_it() {
        assert_eq!(fence("text", "a\n"), "```text\na\n```\n\n");
        assert_eq!(fence("text", "````\n"), "`````text\n````\n`````\n\n");
        assert_eq!(fence("text", "\n"), "");
    }
}
