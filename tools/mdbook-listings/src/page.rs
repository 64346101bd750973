//! What a page has around its text: at its head how long it takes, a short contents and the switch with which a reader predicts first, at
//! its foot what was checked.

use crate::markdown;
use catalog::{Exploring, Intent, Listing};
use chapters::{Chapter, duration};
use maud::{Markup, PreEscaped, html};

/// A page with fewer sections needs no contents.
const FEWEST: usize = 3;

/// Names of sections that are so short stand in many columns: codes of errors, for one.
const SHORT: usize = 20;

/// Stands behind the chapter's title: how many minutes it takes, the sections, and the switch if there is a listing.
pub fn head(chapter: &Chapter, minutes: Option<usize>) -> String {
    let sections: Vec<_> = chapter.headings.iter().filter(|heading| heading.level == 2).collect();
    let contents = html! {
        @if let Some(minutes) = minutes { div.page-time { (duration(minutes)) } }
        @if sections.len() >= FEWEST {
            @let short = sections.iter().all(|section| section.words.chars().count() <= SHORT);
            nav.page-contents.page-contents-short[short] aria-label="On this page" {
                ul {
                    @for section in sections {
                        li { a href=(format!("#{}", section.id)) { (markdown::inline(&section.words)) } }
                    }
                }
            }
        }
        @if chapter.shows().next().is_some() { (switch()) }
    };
    contents.into_string()
}

/// The switch. Its script runs before the listings are there, so that nothing moves when they come.
fn switch() -> Markup {
    const SCRIPT: &str = "try { if (localStorage.getItem('mdbook-listings:predict-first') === 'yes') \
                          document.documentElement.classList.add('predict-first'); } catch { }";
    html! {
        div.page-predict {
            label { input.page-predict-switch type="checkbox"; " Predict first" }
            span { "On every page, what a listing does stays hidden until you ask for it." }
        }
        script { (PreEscaped(SCRIPT)) }
    }
}

/// Stands before the answer to a question, which is Markdown.
pub fn before_answer() -> String {
    "\n<details class=\"answer\"><summary>Answer</summary>\n\n".to_string()
}

/// Stands behind it.
pub fn behind_answer() -> String {
    "\n\n</details>\n\n".to_string()
}

/// Stands at the foot of the page: how many listings were checked, and with what result.
/// `edited` of them have been edited since.
pub fn foot(listings: &[&Listing], edited: usize, compiler: &str, more: Option<&str>) -> String {
    let markup = html! {
        footer.page-verification {
            p {
                (checked(listings, compiler))
                @match edited {
                    0 => {}
                    1 => { " " strong { "One has been edited since." } }
                    edited => { " " strong { (edited) " have been edited since." } }
                }
                @if let Some(address) = more { " " a href=(address) { "How this book is checked" } }
            }
        }
    };
    markup.into_string()
}

/// "The 7 listings of this page were checked with rustc 1.95.0: 4 run, 3 must not compile."
fn checked(listings: &[&Listing], compiler: &str) -> String {
    let verdict = |intent: &Intent| match intent {
        Intent::Runs(_) => (0, "runs", "run"),
        Intent::Panics => (1, "panics", "panic"),
        Intent::Hangs => (2, "hangs", "hang"),
        Intent::MayHang => (3, "may hang", "may hang"),
        Intent::Races => (4, "has undefined behaviour", "have undefined behaviour"),
        Intent::Fails { .. } => (5, "must not compile", "must not compile"),
    };
    let mut verdicts: Vec<_> = listings.iter().map(|listing| verdict(&listing.intent)).collect();
    verdicts.sort_unstable();
    let counts: Vec<String> = verdicts
        .chunk_by(|a, b| a == b)
        .map(|same| format!("{} {}", same.len(), if same.len() == 1 { same[0].1 } else { same[0].2 }))
        .collect();
    let explored =
        listings.iter().filter(|listing| listing.schedules.is_some_and(Exploring::is_of_every_order)).count();
    let explored = match explored {
        0 => String::new(),
        _ if listings.len() == 1 => "; under every order of its steps".to_string(),
        n => format!("; {n} of the {} under every order of their steps", listings.len()),
    };
    match listings.len() {
        1 => format!("The listing of this page was checked with rustc {compiler}: {}{explored}.", counts.join(", ")),
        n => format!(
            "The {n} listings of this page were checked with rustc {compiler}: {}{explored}.",
            counts.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, parse};
    use std::path::Path;

    #[test]
    fn a_page_with_few_sections_has_no_contents_and_one_without_listings_no_switch() {
        let head = |text: &str| head(&Chapter::read("T", None, Path::new("t.md"), text).0, None);
        assert_eq!(head("# T\n\n## A\n\n## B\n"), "");
        let text = head("# T\n\n## A `b`\n\n## B\n\n### b\n\n## It's C\n\n{{#listing a/b}}\n");
        assert!(text.contains("<li><a href=\"#a-b\">A <code>b</code></a></li>"), "{text}");
        assert_eq!(text.matches("<li>").count(), 3, "{text}");
        assert!(text.contains("page-predict-switch"), "{text}");
        assert!(!text.contains('\n'), "{text}");
    }

    #[test]
    fn the_foot_counts_what_was_checked() {
        let listing =
            |source: &str| parse(Id::parse("a/b").unwrap(), Path::new("listings/a/src/bin/b.rs"), source).unwrap();
        let runs = listing("//! A\n\nfn main() {}\n");
        let panics = listing("//! A\n//@ panics\n\nfn main() {\n    panic!(\"no soup\"); //~ panic: no soup\n}\n");
        assert_eq!(
            checked(&[&runs, &panics, &runs], "1.95.0"),
            "The 3 listings of this page were checked with rustc 1.95.0: 2 run, 1 panics."
        );
        assert_eq!(checked(&[&runs], "1.95.0"), "The listing of this page was checked with rustc 1.95.0: 1 runs.");
    }
}
