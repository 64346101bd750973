//! Tables that are made from the catalog: the listings of an error, of a verdict, types by marker trait.
//!
//! The first is Markdown, as if an author had written it. On a page the others are HTML: rows that a script can choose from,
//! and groups of rows.

use crate::{markdown, verdict};
use catalog::{Answer, Catalog, Evidence, EvidenceKind, Intent, Listing, Row, Schedules};
use chapters::{NO_CODE, errors_of};
use maud::{Markup, html};

/// A table of listings on a page, where all of them have the same columns.
pub fn framed(table: &str) -> String {
    framed_as("listings-table", table)
}

/// A table on a page that has the look of this class.
pub fn framed_as(class: &str, table: &str) -> String {
    format!("<div class=\"{class}\">\n\n{table}\n</div>\n")
}

/// Where a listing is, for a table, and what is known of it.
pub struct Entry<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// Its number.
    pub number: usize,
    /// What exploring has found of it, if it was explored.
    pub explored: Option<&'a Schedules>,
    /// The title of the part that shows it.
    pub part: String,
    /// Where it is.
    pub place: Target,
    /// The chapter that shows it.
    pub chapter: Target,
}

/// What a link leads to.
pub struct Target {
    /// What a reader calls it.
    pub name: String,
    /// Its address, as Markdown has it.
    pub address: String,
    /// Its address, as a page has it.
    pub page: String,
}

impl Target {
    /// A Markdown link with these words.
    pub fn link(&self, words: &str) -> String {
        // A listing of the same chapter has no place of its own in Markdown alone.
        if self.address.is_empty() { words.to_string() } else { format!("[{words}]({})", self.address) }
    }
}

/// The listings that have an error, and the words in which the compiler reports it.
pub fn of_error(name: &str, entries: &[Entry<'_>], catalog: &Catalog) -> String {
    let mut text = String::from("| Listing | What the compiler says | Chapter |\n|---|---|---|\n");
    for Entry { listing, place, chapter, .. } in entries {
        let evidence = Evidence::as_it_stands(&catalog.root, listing);
        let words = headlines(name, evidence.text(EvidenceKind::Stderr), listing);
        let (link, caption) = (place.link(&place.name), cell(&listing.caption));
        text += &format!("| {link}: {caption} | {} | {} |\n", cell(&words.join("; ")), chapter.link(&chapter.name));
    }
    text
}

/// The messages with which the compiler reports this error, each once.
fn headlines(name: &str, stderr: &str, listing: &Listing) -> Vec<String> {
    let coded = format!("error[{name}]: ");
    let of_this = |line: &str| match line.strip_prefix(&coded) {
        Some(message) => Some(message.to_string()),
        // Neither a lint nor an error without a code has a name in its headline: the marks know its words.
        None => line.strip_prefix("error: ").map(str::to_string).filter(|message| {
            let named = |blame: String| blame == name || (name == NO_CODE && blame == "error");
            listing.marks.iter().any(|mark| named(mark.blame.to_string()) && message.contains(&mark.phrase))
        }),
    };
    let mut messages: Vec<String> = stderr.lines().filter_map(of_this).collect();
    messages.dedup();
    messages
}

/// What the columns of the index say of a listing.
const INDEX: [&str; 5] = ["No.", "Listing", "Verdict", "Explored", "Chapter"];

/// The listings of one verdict, for a page. A row says what a reader may choose it by.
///
/// It is one block of HTML, without an empty line.
pub fn index(entries: &[Entry<'_>]) -> String {
    html! {
        div.listings-index {
            table {
                thead { tr { @for column in INDEX { th scope="col" { (column) } } } }
                tbody {
                    @for entry in entries {
                        @let Entry { listing, number, place, chapter, part, .. } = entry;
                        tr data-part=(part) data-verdict=(verdict::short(listing, entry.explored)) data-explored[entry.explored.is_some()] {
                            td.index-number { (number) }
                            td.index-name { a href=(place.page) { (markdown::inline(&listing.caption)) } }
                            td.index-verdict { (verdict_of(listing, entry.explored)) }
                            td.index-explored { @if let Some(found) = entry.explored { span { (outcomes(found)) } } }
                            td.index-chapter { a href=(chapter.page) { (chapter.name) } }
                        }
                    }
                }
            }
        }
    }
    .into_string()
}

/// The same as Markdown, for renderers that make no pages.
pub fn index_in_markdown(entries: &[Entry<'_>]) -> String {
    let mut text = format!("| {} |\n|---|---|---|---|---|\n", INDEX.join(" | "));
    for entry in entries {
        let Entry { listing, number, place, chapter, .. } = entry;
        let name = place.link(&cell(&listing.caption));
        let explored = entry.explored.map_or(String::new(), outcomes);
        let (verdict, chapter) = (verdict_of(listing, entry.explored), chapter.link(&chapter.name));
        text += &format!("| {number} | {name} | {verdict} | {explored} | {chapter} |\n");
    }
    text
}

/// The verdict, with the errors of what does not compile.
fn verdict_of(listing: &Listing, explored: Option<&Schedules>) -> String {
    let short = verdict::short(listing, explored);
    match &listing.intent {
        Intent::Fails { .. } => {
            // An error without a code has nothing to be looked up by.
            let codes: Vec<String> = errors_of(listing).into_iter().filter(|code| code != NO_CODE).collect();
            if codes.is_empty() { short.to_string() } else { format!("{short}: {}", codes.join(", ")) }
        }
        _ => short.to_string(),
    }
}

/// How many outcomes exploring has found.
fn outcomes(found: &Schedules) -> String {
    let (count, of_sample) = (found.outcomes.len(), found.is_sample());
    let outcomes = if count == 1 { "1 outcome".to_string() } else { format!("{count} outcomes") };
    if of_sample { format!("{outcomes} in a sample") } else { outcomes }
}

/// Text for a cell of a Markdown table.
pub fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// Types by `Send` and `Sync`, with the compiler's refusals. One block of HTML, without an empty line.
pub fn matrix(rows: &[Row], answers: &[Answer], compiler: &str) -> String {
    let groups = rows.chunk_by(|a, b| a.group == b.group);
    let mut answers = answers.iter();
    html! {
        div.matrix tabindex="0" role="group" aria-labelledby="matrix-caption" {
            table id="matrix" {
                caption id="matrix-caption" {
                    (rows.len()) " types. Each yes and each no is an answer of rustc " (compiler)
                    ", which is asked again by the tests. They ask as well whether a shared reference to the type is "
                    code { "Send" }
                    ", and that is always the answer to "
                    code { "Sync" }
                    "."
                    span.matrix-legend {
                        span { span.matrix-yes { span { "yes" } } ": the compiler agrees" } " "
                        span { span.matrix-no { span { "no" } } ": it refuses" }
                    }
                }
                thead {
                    tr {
                        th scope="col" { "Type" }
                        th scope="col" { code { "Send" } }
                        th scope="col" { code { "Sync" } }
                        th scope="col" { "Why" }
                    }
                }
                @for group in groups {
                    tbody {
                        tr {
                            th.matrix-group scope="rowgroup" { (markdown::inline(&group[0].group)) }
                            // The head of the table may be far above.
                            td.matrix-again aria-hidden="true" { code { "Send" } }
                            td.matrix-again aria-hidden="true" { code { "Sync" } }
                            td {}
                        }
                        @for (row, answer) in group.iter().zip(answers.by_ref()) {
                            tr {
                                th scope="row" { code { (row.name()) } }
                                (yes_or_no(answer.not_send.as_deref()))
                                (yes_or_no(answer.not_sync.as_deref()))
                                td { (markdown::inline(&row.because)) }
                            }
                        }
                    }
                }
            }
        }
    }
    .into_string()
}

/// A cell with the answer, as a word; the page's style has a sign in its place. The compiler's words for a refusal are its
/// title.
fn yes_or_no(refusal: Option<&str>) -> Markup {
    html! {
        @match refusal {
            None => td.matrix-yes { span { "yes" } },
            Some(words) => td.matrix-no title=(markdown::plain(words)) { span { "no" } },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_has_a_body_for_each_group_and_no_empty_line() {
        let row = |of: &str, group: &str| Row {
            of: of.to_string(),
            shown: None,
            group: group.to_string(),
            because: "it *is* so".to_string(),
        };
        let rows = [row("u8", "Numbers"), row("std::rc::Rc<u8>", "Counts"), row("std::rc::Weak<u8>", "Counts")];
        let answer = |of: &str, no: Option<&str>| Answer {
            of: of.to_string(),
            not_send: no.map(str::to_string),
            not_sync: no.map(str::to_string),
        };
        let refused = Some("`Rc<u8>` cannot");
        let answers = [answer("u8", None), answer("std::rc::Rc<u8>", refused), answer("std::rc::Weak<u8>", refused)];
        let text = matrix(&rows, &answers, "1.95.0");
        assert_eq!(text.matches("<tbody>").count(), 2);
        assert_eq!(text.matches("<td class=\"matrix-yes\"><span>yes</span></td>").count(), 2);
        assert_eq!(text.matches("title=\"Rc&lt;u8&gt; cannot\"><span>no</span></td>").count(), 4);
        assert!(text.contains("<code>Rc&lt;u8&gt;</code>"));
        assert!(!text.contains("\n\n"));
    }
}
