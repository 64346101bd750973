//! What every schedule of a listing comes to: a sentence, a table, a picture for each outcome, and a place for the
//! script with which a reader chooses the schedule.

use crate::timeline::timeline;
use crate::{code, terminal, words};
use catalog::{Ending, Listing, Outcome, Schedules};
use maud::{Markup, PreEscaped, html};

/// The section below a listing. `id` is that of the listing's figure, `model_address` that of the page which says what
/// the exploration leaves out, if there is one. There is no empty line in it, which Markdown would take for its end.
pub fn section(listing: &Listing, schedules: &Schedules, id: &str, model_address: Option<&str>) -> Markup {
    html! {
        section.schedules id=(format!("{id}-schedules")) aria-label="Every schedule of this listing" {
            p.schedules-sentence {
                strong { (words::sentence(schedules)) }
                @if let Some(address) = model_address {
                    " "
                    a href=(address) { "What is and is not modelled" }
                }
            }
            (table(schedules))
            (pictures(schedules))
            // Shown by the script that fills it.
            details.scheduler hidden {
                summary { "Be the scheduler" }
            }
            script.schedules-data type="application/json" { (PreEscaped(data(listing, schedules))) }
        }
    }
}

/// The outcomes. The roles are those of a table, which it would lose where a phone's style makes a list of it.
fn table(schedules: &Schedules) -> Markup {
    let many = schedules.outcomes.len() > 1;
    html! {
        table.schedules-outcomes role="table" {
            thead role="rowgroup" {
                tr role="row" {
                    @if many { th scope="col" role="columnheader" { "Outcome" } }
                    th scope="col" role="columnheader" { "It prints" }
                    th scope="col" role="columnheader" { "It ends" }
                    th scope="col" role="columnheader" { "Schedules" }
                    th scope="col" role="columnheader" { "Share" }
                }
            }
            tbody role="rowgroup" {
                @for (index, outcome) in schedules.outcomes.iter().enumerate() {
                    tr role="row" {
                        @if many { th scope="row" role="rowheader" { (index + 1) } }
                        td.schedules-prints role="cell" { (printed(outcome)) }
                        td.schedules-ends role="cell" { (ends(&outcome.ends)) }
                        td.schedules-count role="cell" {
                            (words::grouped(&outcome.schedules))
                            span.schedules-unit { @if outcome.schedules == "1" { " schedule" } @else { " schedules" } }
                        }
                        td.schedules-share role="cell" {
                            (words::share(&outcome.schedules, &schedules.schedules))
                        }
                    }
                }
            }
        }
        @if many {
            p.schedules-caution {
                "A share counts schedules. How often your computer comes to an outcome is another number."
            }
        }
    }
}

fn printed(outcome: &Outcome) -> Markup {
    html! {
        @if outcome.prints.is_empty() {
            em { "nothing" }
        } @else {
            samp.schedules-output { (terminal::lines(&outcome.prints)) }
        }
    }
}

fn ends(ending: &Ending) -> Markup {
    let bad = *ending != Ending::Returned;
    html! {
        span.schedules-bad[bad] { (words::short_ending(ending)) }
        @if let Ending::Panicked(message) = ending {
            ": " samp.schedules-message { (words::one_line(message)) }
        }
    }
}

fn pictures(schedules: &Schedules) -> Markup {
    let summary = match (schedules.schedules.as_str(), schedules.outcomes.len()) {
        ("1", _) => "See its schedule",
        (_, 1) => "See one of its schedules",
        _ => "See one schedule for each outcome",
    };
    let number = |index: usize| if schedules.outcomes.len() == 1 { String::new() } else { format!(" {}", index + 1) };
    html! {
        details.schedules-pictures {
            summary { (summary) }
            p.schedules-key {
                "Time runs downwards. A number is the line of code at which a thread is, a dot stands where no line says \
                 it. A whole line means that a thread can go, a broken line that it has to wait."
            }
            div.schedules-figures {
                @for (index, outcome) in schedules.outcomes.iter().enumerate() {
                    @let name = format!("Outcome{}: {}", number(index), words::steps(outcome.schedule.len()));
                    @if let Some(picture) = timeline(schedules, &outcome.schedule, &name) {
                        div.schedules-figure {
                            p.schedules-figure-name {
                                "Outcome" (number(index)) ", " (words::short_ending(&outcome.ends))
                            }
                            (picture)
                        }
                    }
                }
            }
        }
    }
}

/// All that the script needs, on one line, and without a character that could end the element.
fn data(listing: &Listing, schedules: &Schedules) -> String {
    let code = code::highlighted(&listing.shown.text());
    let data = serde_json::json!({
        "listing": listing.id.to_string(),
        "code": code.get(..listing.shown.lines.len()).unwrap_or(&code),
        "threads": schedules.threads,
        "steps": schedules.steps,
        "states": schedules.states,
        "outcomes": schedules.outcomes,
        "schedules": schedules.schedules,
    });
    data.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Id, State, Step, parse};
    use std::path::Path;

    fn shown(prints: &str, ends: Ending, others: Vec<Outcome>) -> String {
        let source = "//! A caption\n\nfn main() {\n\n    print!(\"</script>\");\n}\n";
        let id = Id::parse("threads/a").unwrap();
        let listing = parse(id, Path::new("listings/threads/src/bin/a.rs"), source).unwrap();
        let mut outcomes =
            vec![Outcome { prints: prints.into(), ends: ends.clone(), schedules: "1".into(), schedule: vec![0] }];
        outcomes.extend(others);
        let schedules = Schedules {
            threads: vec!["main".into()],
            steps: vec![Step(0, 3, "prints `</script>`".into(), String::new(), prints.into())],
            states: vec![State(vec![(0, 1)], vec![], None), State(vec![], vec![], Some(ends))],
            outcomes,
            schedules: "1".into(),
        };
        section(&listing, &schedules, "threads-a", Some("../model.html")).into_string()
    }

    #[test]
    fn the_data_is_one_line_that_cannot_end_its_element() {
        let text = shown("</script>\n\nb\n", Ending::Returned, vec![]);
        assert_eq!(text.matches("</script>").count(), 1, "{text}");
        assert!(text.contains("\\u003c/script>"), "{text}");
        assert!(!text.contains("\n\n"), "{text}");
        let (_, data) = text.split_once("<script class=\"schedules-data\" type=\"application/json\">").unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(data["listing"], "threads/a");
        assert_eq!(data["code"].as_array().unwrap().len(), 4);
        assert_eq!(data["code"][0][0], serde_json::json!(["hl-keyword", "fn"]));
        assert_eq!(data["steps"][0][4], "</script>\n\nb\n");
    }

    #[test]
    fn an_outcome_is_named_by_what_it_prints_and_how_it_ends() {
        let text = shown("", Ending::Panicked("no `<T>`\n\nat all".into()), vec![]);
        assert!(text.contains("<em>nothing</em>"), "{text}");
        assert!(text.contains("<span class=\"schedules-bad\">panics</span>: "), "{text}");
        assert!(text.contains("no `&lt;T&gt;` at all</samp>"), "{text}");
        assert!(text.contains("One schedule, one outcome; it ends in a panic of main."), "{text}");
        assert!(text.contains("href=\"../model.html\""), "{text}");
        assert!(!text.contains("\n\n"), "{text}");
        assert!(shown("", Ending::Deadlock, vec![]).contains(">deadlock</span>"));
        assert!(shown("", Ending::Exited(3), vec![]).contains(">exits with status 3</span>"));
    }

    #[test]
    fn there_is_a_row_and_a_picture_for_each_outcome() {
        let other =
            Outcome { prints: "b\n".into(), ends: Ending::Returned, schedules: "1200".into(), schedule: vec![0] };
        let text = shown("a\n", Ending::Returned, vec![other]);
        assert_eq!(text.matches("<tr").count(), 3, "{text}");
        assert_eq!(text.matches("<svg").count(), 2, "{text}");
        assert!(text.contains("1,200"), "{text}");
    }
}
