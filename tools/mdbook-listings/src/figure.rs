//! A listing on the page: caption, code, verdict, evidence, and what a reader can do with it.

use crate::code::Blamed;
use crate::explained::{self, Explanations, Place};
use crate::prediction::{self, Choice};
use crate::schedules::Program;
use crate::standard::Item;
use crate::verdict::Followed;
use crate::{alone, change, code, markdown, plain, playground, schedules, terminal, verdict};
use catalog::{
    CompileError, Crate, Edited, Ending, Evidence, EvidenceKind, Intent, Listing, Outcome, Schedules, Stdout, slashes,
};
use maud::{Markup, html};
use percent_encoding::utf8_percent_encode;
use std::ops::Range;

/// All that a figure shows.
pub struct Figure<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// Its evidence.
    pub evidence: &'a Evidence,
    /// The version of the compiler that the evidence was made with.
    pub compiler: &'a str,
    /// How it differs from what its evidence was seen of, if it does.
    pub edited: Option<Edited>,
    /// Its number in the book.
    pub number: usize,
    /// The excerpt to show; the whole where there is none.
    pub anchor: Option<&'a str>,
    /// Whether the reader is asked before the evidence is seen.
    pub predict: bool,
    /// What can be chosen then.
    pub choices: &'a [Choice],
    /// For a listing that does not compile.
    pub repair: Option<Repair<'a>>,
    /// For a listing that is explored: what was found.
    pub schedules: Option<&'a Schedules>,
    /// Where the book tells of the compiler's errors, by their codes.
    pub explanations: &'a Explanations,
    /// What it uses of the standard library.
    pub standard: &'a [Item],
    /// The crates that it uses beside.
    pub crates: &'a [&'a Crate],
    /// What people say and this listing refutes: the words, and the address of the place where they stand.
    pub misconceptions: &'a [(String, String)],
    /// Where it can be run without being taken away, if it can.
    pub playground: Option<String>,
    /// The way from this page to the first one, as `../`.
    pub path_to_root: &'a str,
    /// Where the book says what exploring leaves out, if it does.
    pub model: Option<&'a str>,
    /// Where the book's repository can be seen, if book.toml says so.
    pub repository: Option<&'a str>,
}

/// The listing that compiles.
pub struct Repair<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// Its name for a reader, `Listing 45`.
    pub name: String,
    /// Its address.
    pub address: String,
}

/// The figure as HTML. There is an empty line only around what is Markdown, the answers to choices: elsewhere Markdown would
/// take it for the end of the figure.
pub fn figure(shown: &Figure<'_>) -> String {
    let listing = shown.listing;
    let id = listing.id.in_html();
    let name = format!("Listing {}", shown.number);
    let markup = html! {
        figure.listing.(format!("listing-{}", listing.intent.word())).listing-leaks[listing.leaks].listing-asked[shown.predict] id=(id) {
            figcaption {
                a.listing-number href=(format!("#{id}")) aria-label=(format!("{name}: link to this listing")) { (name) }
                " "
                span.listing-caption { (markdown::inline(&listing.caption)) }
                // Stands in the place of the caption, which tells, until it is answered.
                @if shown.predict { span.listing-question { (prediction::QUESTION) } }
                " "
                span.listing-chip { (verdict::short(listing, shown.schedules)) }
            }
            (program(shown))
            @if let Some(edited) = shown.edited { (is_edited(edited)) }
            @if shown.predict {
                (prediction::choices(shown.choices, &id, &name))
            } @else {
                // Shown to a reader who wants to predict first, in place of the evidence.
                p.listing-look { button type="button" { "Predict first, then look" } }
            }
            div.listing-evidence { (evidence(shown)) }
        }
    };
    markup.into_string()
}

/// Only the author ever sees it: a book with such a listing does not pass its tests.
fn is_edited(edited: Edited) -> Markup {
    html! { p.listing-edited role="note" { (plain::is_edited(edited)) } }
}

/// The lines of its listing that a figure shows, counted from 0.
fn lines(shown: &Figure<'_>) -> Range<usize> {
    match shown.anchor {
        Some(anchor) => shown.listing.shown.anchors[anchor].clone(),
        None => 0..shown.listing.shown.lines.len(),
    }
}

fn program(shown: &Figure<'_>) -> Markup {
    let listing = shown.listing;
    let lines = lines(shown);
    let blamed: Vec<usize> = listing.marks.iter().map(|mark| mark.line).collect();
    let blamed = if shown.predict { Blamed::Asked(&blamed) } else { Blamed::Marked(&blamed) };
    let whole =
        format!("data:text/plain;charset=utf-8,{}", utf8_percent_encode(&listing.shown.text(), playground::QUERY));
    let name = format!("Listing {}", shown.number);
    // A caption tells, and a name cannot be hidden until the reader has answered.
    let label = match shown.predict {
        true => format!("Code of {name}"),
        false => format!("Code of {name}: {}", markdown::plain(&listing.caption)),
    };
    let project = format!("{}downloads/{}/{}.zip", shown.path_to_root, listing.id.part, listing.id.name);
    html! {
        pre.listing-code tabindex="0" role="group" aria-label=(label) {
            code.nohighlight style=(format!("--before-first: {}", lines.start)) {
                (code::lines(&listing.shown.text(), lines, blamed, &listing.id.in_html()))
            }
        }
        div.listing-tools {
            // Hidden by the style sheet where no script makes it work.
            button.listing-copy type="button" aria-label=(format!("Copy {name}")) { "Copy" }
            @if let Some(address) = &shown.playground {
                a.listing-run href=(address) rel="external noopener"
                    aria-label=(format!("Run on {}: {name}", playground::HOST)) { "Run on " (playground::HOST) }
            }
            details.listing-more {
                summary aria-label=(format!("More of {name}")) { "More" }
                div.listing-menu {
                    button.listing-copy-program type="button" aria-label=(format!("Copy program of {name}")) { "Copy program" }
                    a.listing-whole download=(format!("{}.rs", listing.id.name)) href=(whole)
                        aria-label=(format!("Save file of {name}")) { "Save file" }
                    a.listing-project download href=(project) aria-label=(format!("Project (zip) of {name}")) { "Project (zip)" }
                    (file_name(shown))
                }
            }
            span.listing-said role="status" {}
        }
    }
}

/// The file's path, with a link to it where the repository is known.
fn file_name(shown: &Figure<'_>) -> Markup {
    let file = slashes(&shown.listing.file);
    html! {
        span.listing-file {
            @match shown.repository {
                Some(repository) => a href=(format!("{}/blob/HEAD/{file}", repository.trim_end_matches('/'))) { (file) },
                None => (file),
            }
        }
    }
}

fn evidence(shown: &Figure<'_>) -> Markup {
    let Figure { listing, evidence, compiler, .. } = shown;
    let stdout = evidence.text(EvidenceKind::Stdout);
    let stderr = terminal::without_the_folder_of_rustc(evidence.text(EvidenceKind::Stderr));
    let followed = followed(shown);
    let permits_more = shown.schedules.is_some_and(|found| found.ordinary().len() < found.outcomes.len());
    html! {
        p.listing-verdict {
            strong { (verdict::short(listing, shown.schedules)) ". " }
            (markdown::inline(&verdict::sentence(listing, compiler, followed, permits_more)))
        }
        @match &listing.intent {
            Intent::Fails { .. } => {
                // Where they cannot be read, that is one of the inconsistencies.
                @let errors = CompileError::parse(evidence.text(EvidenceKind::Errors)).unwrap_or_default();
                (explained::errors(listing, &errors, Place { figure: &listing.id.in_html(), shown: &lines(shown) }, shown.explanations))
                details.listing-all {
                    summary { "All that the compiler says" }
                    (screen(
                        "listing-compiler",
                        "What the compiler says",
                        &terminal::without_the_folder_of_rustc(evidence.text(EvidenceKind::Ansi)),
                    ))
                }
            }
            _ if followed != Followed::Output => {}
            Intent::Runs(Stdout::OneOf(_)) => {
                ol.listing-outcomes {
                    @for outcome in evidence.outcomes() {
                        li {
                            @if outcome.is_empty() {
                                p { em { "nothing" } }
                            } @else {
                                (screen("listing-output", "One outcome", outcome))
                            }
                        }
                    }
                }
            }
            _ => (screen("listing-output", "What it prints", stdout)),
        }
        @if listing.is_program() && !stderr.is_empty() {
            p.listing-verdict { "To standard error it prints:" }
            (screen("listing-output", "What it prints to standard error", &stderr))
        }
        @if let Some(found) = shown.schedules {
            @let (name, code) = (listing.id.to_string(), listing.shown.text());
            @let program = Program { name: &name, code: &code, told: why_undefined(found) };
            (schedules::section(&program, found, &listing.id.in_html(), shown.model))
        }
        @if let Some(note) = &listing.note {
            div.listing-note { (markdown::block(note)) }
        }
        @for (words, address) in shown.misconceptions {
            p.listing-refutes { "People say: " q { (markdown::inline(words)) } " " a href=(address) { "What is true" } }
        }
        @if let Some(Repair { listing: repair, name, address }) = &shown.repair {
            p.listing-repair { "Repaired in " a href=(address) { (name) } "." }
            details.listing-change {
                summary { "The change that makes it compile" }
                pre.listing-screen tabindex="0" role="group" aria-label=(format!("The change to {name}")) {
                    (change::lines(&listing.shown.text(), &repair.shown.text()))
                }
            }
        }
        @if !shown.crates.is_empty() || !shown.standard.is_empty() {
            p.listing-standard {
                @for (index, used) in shown.crates.iter().enumerate() {
                    @if index == 0 { "With " } @else { ", " }
                    (with_version(used))
                }
                @if !shown.crates.is_empty() { ". " }
                @if !shown.standard.is_empty() { "In the standard library:" }
                @for (index, item) in shown.standard.iter().enumerate() {
                    " "
                    span {
                        a href=(item.address(shown.compiler)) rel="external" { code { (item.name) } }
                        @if index + 1 < shown.standard.len() { "," }
                    }
                }
            }
        }
    }
}

/// A crate in the version that the listing was checked with, and where that version's documentation is.
fn with_version(used: &Crate) -> Markup {
    let Crate { name, package, version, .. } = used;
    match version {
        Some(version) => html! {
            a href=(format!("https://docs.rs/{package}/{version}")) rel="external" { code { (name) } " " (version) }
        },
        None => html! { code { (name) } },
    }
}

/// What is wrong in a listing whose behaviour is undefined under some schedule.
fn why_undefined(found: &Schedules) -> Markup {
    let is_undefined = |outcome: &Outcome| matches!(outcome.ends, Ending::Undefined(_));
    if found.outcomes.iter().any(is_undefined) {
        alone::reasons(found)
    } else {
        html! {}
    }
}

/// A table of the outcomes in all schedules leaves no more to be listed. One of a sample may lack some.
pub fn followed(shown: &Figure<'_>) -> Followed {
    let several = matches!(shown.listing.intent, Intent::Runs(Stdout::OneOf(_)));
    match shown.schedules {
        Some(found) if several && !found.is_sample() => Followed::Table,
        _ if several || !shown.evidence.text(EvidenceKind::Stdout).is_empty() => Followed::Output,
        _ => Followed::Nothing,
    }
}

fn screen(class: &str, label: &str, text: &str) -> Markup {
    html! {
        pre.listing-screen.(class) tabindex="0" role="group" aria-label=(label) {
            samp { (terminal::lines(text)) }
        }
    }
}
