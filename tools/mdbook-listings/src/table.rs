//! Tables that are made from the catalog: the listings of an error, the listings of a verdict, types by marker trait.
//!
//! The first two are Markdown, as if an author had written them; the third is HTML, for its groups of rows.

use crate::markdown;
use catalog::{Answer, Catalog, Evidence, EvidenceKind, Listing, Row};
use chapters::NO_CODE;
use maud::{Markup, html};

/// A table of listings on a page, where all of them have the same columns.
pub fn framed(table: &str) -> String {
    format!("<div class=\"listings-table\">\n\n{table}\n</div>\n")
}

/// Where a listing is, for a table: its name and its address, and those of its chapter.
pub struct Entry<'a> {
    /// The listing.
    pub listing: &'a Listing,
    /// A Markdown link to it.
    pub link: String,
    /// A Markdown link to the chapter that shows it.
    pub chapter: String,
}

/// The listings that have an error, and the words in which the compiler reports it.
pub fn of_error(name: &str, entries: &[Entry<'_>], catalog: &Catalog) -> String {
    let mut text = String::from("| Listing | What the compiler says | Chapter |\n|---|---|---|\n");
    for Entry { listing, link, chapter } in entries {
        let evidence = Evidence::as_it_stands(&catalog.root, listing);
        let words = headlines(name, evidence.text(EvidenceKind::Stderr), listing);
        let caption = cell(&listing.caption);
        text += &format!("| {link}: {caption} | {} | {chapter} |\n", cell(&words.join("; ")));
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

/// The listings of one verdict.
pub fn of_verdict(entries: &[Entry<'_>]) -> String {
    let mut text = String::from("| Listing | Caption | Chapter |\n|---|---|---|\n");
    for Entry { listing, link, chapter } in entries {
        text += &format!("| {link} | {} | {chapter} |\n", cell(&listing.caption));
    }
    text
}

/// Text for a cell of a Markdown table.
fn cell(text: &str) -> String {
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

/// A cell with the answer; the compiler's words for a refusal are its title.
fn yes_or_no(refusal: Option<&str>) -> Markup {
    html! {
        @match refusal {
            None => td.matrix-yes { "yes" },
            Some(words) => td.matrix-no title=(markdown::plain(words)) { "no" },
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
        assert_eq!(text.matches("<td class=\"matrix-yes\">yes</td>").count(), 2);
        assert_eq!(text.matches("title=\"Rc&lt;u8&gt; cannot\">no</td>").count(), 4);
        assert!(text.contains("<code>Rc&lt;u8&gt;</code>"));
        assert!(!text.contains("\n\n"));
    }
}
