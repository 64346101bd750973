//! One explored program as a page of its own: it fetches nothing, and opens from a disk.
//!
//! Its parts are those of a listing in the book, by the same renderers; its styles and its scripts are the book's own
//! files, put into the page.

use crate::code::Blamed;
use crate::schedules::Program;
use crate::{assets, code, markdown, schedules, why};
use catalog::{Ending, Outcome, Schedules};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The name by which a page of this kind is known for one.
pub const GENERATOR: &str = "cargo book explore";

/// The scripts of the board, and the one that divides pictures for paper. Without them the page says everything else.
fn scripts() -> String {
    let needed = assets::SCRIPTS.iter().filter(|script| {
        **script == assets::KEPT || ["theme/scheduler", "theme/paper"].iter().any(|of| script.0.starts_with(of))
    });
    needed.map(|(_, text)| *text).collect()
}

/// Nothing is fetched, whatever the program has printed.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// The page of a program with this name and this code.
pub fn page(name: &str, code: &str, found: &Schedules) -> String {
    let lines = code.lines().count();
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(GENERATOR);
                title { (name) " – every interleaving" }
                style { (PreEscaped(assets::of_pages_alone())) }
            }
            body.alone {
                main {
                    h1 { (name) }
                    figure.listing.(kind(found)) id="program" {
                        pre.listing-code tabindex="0" role="group" aria-label=(format!("Code of {name}")) {
                            code.nohighlight { (code::lines(code, 0..lines, Blamed::Marked(&[]), "program")) }
                        }
                        div.listing-evidence {
                            (schedules::section(&Program { name, code, told: told(found) }, found, "program", None))
                        }
                    }
                    p.alone-origin { "Made by " code { (GENERATOR) } ", a tool of the book " em { "Every Interleaving" } "." }
                }
                script { (PreEscaped(scripts())) }
            }
        }
    };
    markup.into_string()
}

/// The colour of the whole, which is that of a listing that does the same.
fn kind(found: &Schedules) -> &'static str {
    let any = |is: fn(&Outcome) -> bool| found.outcomes.iter().any(is);
    match () {
        () if any(|outcome| matches!(outcome.ends, Ending::Undefined(_))) => "listing-races",
        () if any(|outcome| matches!(outcome.ends, Ending::Deadlock | Ending::Livelock)) => "listing-hangs",
        () if any(|outcome| matches!(outcome.ends, Ending::Panicked(_))) => "listing-panics",
        () => "listing-runs",
    }
}

/// What is told below the schedules: what the program prints, where no table of outcomes says it, and why it ends badly.
fn told(found: &Schedules) -> Markup {
    html! {
        @if let [only] = &found.outcomes[..] {
            p { "It prints " (schedules::printed(only)) }
            @if only.ends != Ending::Returned { p { "And it ends: " (schedules::ends(found, &only.ends)) } }
        }
        (reasons(found))
    }
}

/// Why the outcomes that end badly do.
pub(crate) fn reasons(found: &Schedules) -> Markup {
    let told = found.outcomes.iter().enumerate().map(|(index, outcome)| (index + 1, outcome));
    let told = told.map(|(number, outcome)| (number, outcome, why::sentences(found, outcome)));
    html! {
        @for (number, outcome, sentences) in told.filter(|(_, _, sentences)| !sentences.is_empty()) {
            @let others = why::others(found, outcome);
            div.schedules-why role="group" aria-label=(format!("Why outcome {number} ends so")) {
                p { strong { "In the schedule shown for outcome " (number) ":" } }
                (list(&sentences))
                @for other in others.iter().take(why::MOST_OTHERS) {
                    p { (markdown::inline(&why::or_so(found, other))) ":" }
                    (list(&other.sentences))
                }
                @if let Some(more) = why::more(&others) { p { (more) "." } }
            }
        }
    }
}

fn list(sentences: &[String]) -> Markup {
    html! { ul { @for sentence in sentences { li { (markdown::inline(sentence)) "." } } } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Extent, State, Step, Turn};

    fn found(ends: Ending) -> Schedules {
        let step = Step(0, 1, "prints `</script>`".into(), String::new(), "</script>".into(), None);
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![step],
            states: vec![
                State(vec![(0, Some(1))], vec![], None, vec![]),
                State(vec![], vec![], Some(ends.clone()), vec![]),
            ],
            outcomes: vec![Outcome {
                prints: "</script>".into(),
                ends,
                schedules: Some("1".into()),
                schedule: [0].map(Turn::of).to_vec(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
            }],
        }
    }

    #[test]
    fn a_page_of_its_own_fetches_nothing_and_has_all_its_parts() {
        let text = page("<b>.rs", "fn main() { print!(\"</script>\") }\n", &found(Ending::Returned));
        for part in
            ["<title>&lt;b&gt;.rs", "id=\"program-L1\"", "<p>It prints ", "<svg", "class=\"scheduler\"", GENERATOR]
        {
            assert!(text.contains(part), "{part}");
        }
        for fetching in ["<link", "src=", "@import", "url(", "href=\"http"] {
            assert!(!text.contains(fetching), "{fetching}");
        }
        // The data, and the script of the board.
        assert_eq!(text.matches("</script>").count(), 2);
        assert_eq!(text.matches("</style>").count(), 1);
    }

    #[test]
    fn one_outcome_needs_no_table_and_is_told_whole() {
        let text = page("a.rs", "fn main() {}\n", &found(Ending::Panicked("no seat".into())));
        assert!(!text.contains("<table"), "{text}");
        let told = "<p>And it ends: <span class=\"schedules-bad\">panics</span>: <samp class=\"schedules-message\">no seat</samp>";
        assert!(text.contains("It prints <samp") && text.contains(told), "{text}");
    }

    #[test]
    fn a_page_has_the_colour_of_the_worst_outcome() {
        assert_eq!(kind(&found(Ending::Deadlock)), "listing-hangs");
        assert_eq!(kind(&found(Ending::Panicked("no".into()))), "listing-panics");
        assert_eq!(kind(&found(Ending::Returned)), "listing-runs");
    }
}
