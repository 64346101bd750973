//! What the schedules of a listing come to: a sentence, a table, a picture for each outcome, and a place for the
//! script with which a reader chooses the schedule.

use crate::timeline::timeline;
use crate::{board, markdown, terminal, words};
use catalog::{Ending, Extent, Need, Outcome, Schedules};
use maud::{Markup, PreEscaped, html};

/// How many outcomes have a picture. Nobody compares more, and each is as long as its schedule.
const PICTURES: usize = 8;

/// An explored program, as far as its section needs it.
pub struct Program<'a> {
    /// Its name, by which the script keeps what a reader has found: the id of a listing, or the name of a file.
    pub name: &'a str,
    /// Its code as a reader sees it.
    pub code: &'a str,
    /// What is told below the table, if anything is.
    pub told: Markup,
}

/// The section below a listing. `id` is that of the listing's figure, `model_address` that of the page which says what
/// the exploration leaves out, if there is one. There is no empty line in it, which Markdown would take for its end.
pub fn section(program: &Program<'_>, schedules: &Schedules, id: &str, model_address: Option<&str>) -> Markup {
    html! {
        section.schedules id=(format!("{id}-schedules")) role="group" aria-label=(label(schedules)) {
            p.schedules-sentence {
                strong { (words::sentence(schedules)) }
                @if let Some(address) = model_address {
                    " "
                    a href=(address) { "What this leaves out" }
                }
            }
            @if schedules.outcomes.len() > 1 { (table(schedules)) }
            (besides(schedules))
            (program.told)
            (pictures(schedules))
            @match words::no_board(schedules) {
                Some(why) => p.schedules-caution { (why) },
                None => {
                    // Shown by the script that fills it.
                    details.scheduler hidden {
                        summary { "Be the scheduler" }
                    }
                    script.schedules-data type="application/json" { (PreEscaped(board::data(program, schedules))) }
                }
            }
        }
    }
}

fn label(schedules: &Schedules) -> &'static str {
    if schedules.is_sample() { "Some schedules of this listing" } else { "Every schedule of this listing" }
}

/// The outcomes, where there are several. The roles are those of a table, which it would lose where a phone's style makes a
/// list of it.
fn table(schedules: &Schedules) -> Markup {
    html! {
        table.schedules-outcomes role="table" {
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { "Outcome" }
                    th scope="col" role="columnheader" { "It prints" }
                    th scope="col" role="columnheader" { "It ends" }
                    th scope="col" role="columnheader" {
                        @if schedules.is_sample() { "Schedules tried" } @else { "Schedules" }
                    }
                }
            }
            tbody role="rowgroup" {
                @for (index, outcome) in schedules.ordinary().iter().enumerate() {
                    tr role="row" {
                        (what(schedules, outcome, index))
                        td.schedules-count role="cell" {
                            (words::count(schedules, outcome))
                            span.schedules-unit { (unit(schedules, outcome)) }
                        }
                    }
                }
            }
            @for (need, above, places) in words::permitted(schedules) {
                tbody.schedules-permitted role="rowgroup" {
                    tr role="row" {
                        th scope="rowgroup" role="rowheader" colspan="4" aria-colspan="4" { (above) }
                    }
                    @for (index, outcome) in places.clone().zip(&schedules.outcomes[places]) {
                        tr role="row" {
                            (what(schedules, outcome, index))
                            td.schedules-needs role="cell" {
                                @if need == Need::Memory { (how_many(schedules, outcome)) ", " }
                                (markdown::inline(&words::only_if(schedules, outcome).unwrap_or_default()))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a reader should know besides the outcomes.
fn besides(schedules: &Schedules) -> Markup {
    html! {
        @if let Some(also) = words::also_by_memory(schedules) { p.schedules-also { (also) } }
        @for leak in words::leaks(schedules) { p.schedules-also { (markdown::inline(&leak)) } }
        @if let Some(shape) = words::load_buffering(schedules) { p.schedules-also { (markdown::inline(&shape)) } }
        @if let Extent::Sample { method, seed, .. } = &schedules.extent {
            p.schedules-caution {
                "Chosen at random (" (method) ", seed " (seed) "). A count says how many of the schedules tried came to an \
                 outcome, not how many of all would."
            }
        }
    }
}

/// What is counted of an outcome, behind the number.
fn unit(schedules: &Schedules, outcome: &Outcome) -> &'static str {
    match words::counted(schedules, outcome) {
        Some("1") => " schedule",
        Some(_) => " schedules",
        None => " of schedules",
    }
}

/// How many schedules come to an outcome that no order of steps explains.
fn how_many(schedules: &Schedules, outcome: &Outcome) -> Markup {
    html! {
        span.schedules-beyond { (words::count(schedules, outcome)) (unit(schedules, outcome)) }
    }
}

/// The cells that say which outcome it is, and what.
fn what(schedules: &Schedules, outcome: &Outcome, index: usize) -> Markup {
    html! {
        th scope="row" role="rowheader" { (index + 1) }
        td.schedules-prints role="cell" { (printed(outcome)) }
        td.schedules-ends role="cell" { (ends(schedules, &outcome.ends)) }
    }
}

/// What is printed for an outcome.
pub fn printed(outcome: &Outcome) -> Markup {
    html! {
        @if outcome.prints.is_empty() {
            em { "nothing" }
        } @else {
            samp.schedules-output { (terminal::lines(&outcome.prints)) }
        }
    }
}

/// How a program ends.
pub fn ends(schedules: &Schedules, ending: &Ending) -> Markup {
    let bad = *ending != Ending::Returned;
    html! {
        span.schedules-bad[bad] { (words::short_ending(ending)) }
        @if let Ending::Panicked(message) = ending && !message.is_empty() {
            ": " samp.schedules-message { (words::one_line(message)) }
        }
        @if let Ending::Undefined(undefined) = ending {
            ": " (words::who(schedules, undefined))
        }
    }
}

fn pictures(schedules: &Schedules) -> Markup {
    let outcomes = schedules.outcomes.len();
    let summary = match (schedules.count().as_deref(), outcomes) {
        (Some("1"), 1) => "See its schedule".to_string(),
        (_, 1) => "See one of its schedules".to_string(),
        (_, ..=PICTURES) => "See one schedule for each outcome".to_string(),
        _ => format!("See one schedule for each of {PICTURES} outcomes"),
    };
    let number = |index: usize| if schedules.outcomes.len() == 1 { String::new() } else { format!(" {}", index + 1) };
    html! {
        details.schedules-pictures {
            summary { (summary) }
            p.schedules-key {
                "Time runs downwards. A number is the line of code at which a thread is; a dot stands where no line says \
                 it, as at the end of a block. A whole line means that a thread can go, a dotted line that it has to wait, \
                 a thin one that it has not been started."
                @for words in words::keys(schedules, schedules.outcomes.iter().take(PICTURES)) { " " (words) "." }
            }
            div.schedules-figures {
                @for (index, outcome) in schedules.outcomes.iter().enumerate().take(PICTURES) {
                    @let name = format!("Outcome{}: {}", number(index), words::steps(outcome.schedule.len()));
                    @if let Some(picture) = timeline(schedules, outcome, &name) {
                        div.schedules-figure {
                            p.schedules-figure-name {
                                "Outcome" (number(index)) ": " (words::outcome_and_needs(schedules, outcome))
                            }
                            (picture)
                        }
                    }
                }
            }
            @if outcomes > PICTURES {
                p.schedules-key {
                    "The first " (PICTURES) " outcomes are drawn; " (outcomes - PICTURES) " more stand in the table."
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Choice, Kind, LoadThenStore, State, Step, Turn};

    fn shown(prints: &str, ends: Ending, others: Vec<Outcome>) -> String {
        let mut outcomes = vec![Outcome {
            prints: prints.into(),
            ends: ends.clone(),
            schedules: Some("1".into()),
            schedule: [0].map(Turn::of).to_vec(),
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        }];
        outcomes.extend(others);
        section(&program(), &found(prints, ends, outcomes), "threads-a", Some("../model.html")).into_string()
    }

    fn found(prints: &str, ends: Ending, outcomes: Vec<Outcome>) -> Schedules {
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![Step(0, 3, "prints `</script>`".into(), String::new(), prints.into(), None)],
            states: vec![State(vec![(0, Some(1))], vec![], None, vec![]), State(vec![], vec![], Some(ends), vec![])],
            outcomes,
        }
    }

    fn program() -> Program<'static> {
        Program { name: "threads/a", code: "fn main() {\n\n    print!(\"</script>\");\n}\n", told: html! {} }
    }

    fn outcomes(many: usize) -> Vec<Outcome> {
        let outcome = |number: usize| Outcome {
            prints: format!("{number}\n"),
            ends: Ending::Returned,
            schedules: Some("10".into()),
            schedule: [0].map(Turn::of).to_vec(),
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        };
        (0..many).map(outcome).collect()
    }

    #[test]
    fn a_sample_has_a_table_and_pictures_but_no_board_and_is_not_called_all() {
        let extent = Extent::Sample { tried: 200, method: "a die".into(), seed: 6 };
        let sample = Schedules { extent, ..found("a\n", Ending::Returned, outcomes(2)) };
        let text = section(&program(), &sample, "threads-a", None).into_string();
        assert!(text.contains("200 schedules tried, chosen at random; two outcomes seen."), "{text}");
        assert!(text.contains("Some schedules of this listing") && text.contains("Schedules tried"), "{text}");
        assert!(text.contains("(a die, seed 6)") && text.contains("There is no board"), "{text}");
        assert_eq!(text.matches("<svg").count(), 2);
        for not in ["Every schedule", "Be the scheduler", "<script", "\n\n"] {
            assert!(!text.contains(not), "{not}: {text}");
        }
    }

    #[test]
    fn a_listing_with_too_many_states_has_no_board_and_says_why() {
        let extent = Extent::Counted { schedules: Some("20".into()), states: 5000, with_all_choices: true };
        let counted = Schedules { extent, ..found("a\n", Ending::Returned, outcomes(2)) };
        let text = section(&program(), &counted, "threads-a", None).into_string();
        assert!(text.contains("its 5,000 states are too many for a page"), "{text}");
        assert!(text.contains("Every schedule of this listing") && !text.contains("<script"), "{text}");
    }

    #[test]
    fn of_many_outcomes_the_first_are_drawn_and_the_page_says_how_many_are_not() {
        let all = Schedules { extent: Extent::whole("110"), ..found("a\n", Ending::Returned, outcomes(11)) };
        let text = section(&program(), &all, "threads-a", None).into_string();
        assert_eq!(text.matches("<svg").count(), 8);
        assert_eq!(text.matches("<tr").count(), 12);
        assert!(text.contains("See one schedule for each of 8 outcomes"), "{text}");
        assert!(text.contains("The first 8 outcomes are drawn; 3 more stand in the table."), "{text}");
    }

    fn with_a_choice() -> Schedules {
        let mut found = found("a\n", Ending::Returned, outcomes(1));
        found.choices = vec![Choice(Kind::WithoutReason, "`wait` returns without a reason".into())];
        found.steps.push(Step(0, 3, "wakes up for nothing".into(), String::new(), String::new(), Some(0)));
        found.states[0].0.push((1, Some(1)));
        found.outcomes.push(Outcome {
            prints: "b\n".into(),
            ends: Ending::Returned,
            schedules: None,
            schedule: vec![Turn { thread: 0, choice: Some(0) }],
            edges: vec![],
            weak_schedules: None,
            needs: vec![0],
        });
        found
    }

    #[test]
    fn what_needs_a_choice_stands_behind_the_others_with_what_it_needs_and_no_count() {
        let text = section(&program(), &with_a_choice(), "threads-a", None).into_string();
        assert!(text.contains("One schedule, one outcome. The standard library permits one more.</strong>"), "{text}");
        let (_, rows) = text.split_once(words::PERMITTED).unwrap();
        let (row, pictures) = rows.split_once("</table>").unwrap();
        assert!(row.contains(">2</th>") && row.contains(">b\n</span>"), "{row}");
        assert!(row.contains("only if <code>wait</code> returns without a reason</td>"), "{row}");
        assert!(!row.contains("schedules-count"), "{row}");
        assert!(pictures.contains("See one schedule for each outcome"), "{pictures}");
        assert!(pictures.contains("it prints <samp>b</samp>, only if <code>wait</code> returns"), "{pictures}");
        assert!(pictures.contains("timeline-chosen") && pictures.contains("A dashed box"), "{pictures}");
        assert!(!shown("a\n", Ending::Returned, vec![]).contains("dashed"));
    }

    #[test]
    fn what_memory_permits_stands_in_a_group_of_its_own_with_its_number_and_the_board_gets_the_histories() {
        let mut found = with_a_choice();
        found.choices.insert(0, Choice(Kind::ReadsOld, "main reads an old `0` from `x`".into()));
        found.steps[1].5 = Some(1);
        found.outcomes[1].needs = vec![1];
        found.outcomes[1].schedule[0].choice = Some(1);
        found.outcomes.insert(
            1,
            Outcome {
                prints: "c\n".into(),
                weak_schedules: Some("1200".into()),
                needs: vec![0],
                schedules: None,
                ..found.outcomes[0].clone()
            },
        );
        let written = catalog::Written(None, 0, "0".into(), vec![], vec![0]);
        found.memory.histories = vec![catalog::History("`x`".into(), vec![written])];
        found.memory.states = vec![vec![0], vec![0]];
        let text = section(&program(), &found, "threads-a", None).into_string();
        assert_eq!(text.matches("<tbody").count(), 3, "{text}");
        let (_, rows) = text.split_once(words::permitted_by_memory(1)).unwrap();
        let (weak, rare) = rows.split_once(words::PERMITTED).unwrap();
        assert!(
            weak.contains(">2</th>") && weak.contains(">c\n</span>") && !weak.contains("schedules-count"),
            "{weak}"
        );
        let needs = "1,200 schedules</span>, for example if main reads an old <code>0</code> from <code>x</code></td>";
        assert!(weak.contains(needs), "{weak}");
        assert!(
            rare.contains(">3</th>") && !rare.split_once("</table>").unwrap().0.contains("schedules</span>"),
            "{rare}"
        );
        assert!(text.contains("A dotted box at which a dashed arrow ends") && text.contains("A dashed box"), "{text}");
        assert!(text.contains("\"memory\":{\"histories\":[[\"`x`\",[[null,0,\"0\",[],[0]]]]]"), "{text}");
        assert!(!text.contains("as well.") && !text.contains("\"synchronises\""), "{text}");
        found.synchronises = vec![catalog::Synchronises(0, 0, 3)];
        let text = section(&program(), &found, "threads-a", None).into_string();
        assert!(text.contains("\"synchronises\":[[0,0,3,\"what main released on line 3\","), "{text}");
        found.outcomes[0].weak_schedules = Some("5".into());
        let text = section(&program(), &found, "threads-a", None).into_string();
        assert!(text.contains("<p class=\"schedules-also\">Memory permits 5 more schedules"), "{text}");
        found.leaks = vec![catalog::Leak(0, 2, 4, 1, None)];
        let text = section(&program(), &found, "threads-a", None).into_string();
        let leak =
            "<p class=\"schedules-also\">Never freed: 4 bytes allocated on line 2, in every schedule of outcome 1.</p>";
        assert!(text.contains(leak), "{text}");
        let side = |thread, load: &str, at, store: &str| LoadThenStore(thread, load.into(), at, store.into(), at + 1);
        found.threads.push("ann".into());
        found.load_buffering = vec![side(0, "`a`", 3, "`b`"), side(1, "`b`", 7, "`a`")];
        let text = section(&program(), &found, "threads-a", None).into_string();
        let shape =
            "load buffering. main loads <code>a</code> on line 3 and then stores in <code>b</code> on line 4; and ann";
        assert!(text.contains(shape), "{text}");
        // Where each load reads what was written last there is nothing of it.
        assert!(!shown("a\n", Ending::Returned, vec![]).contains("\"memory\""));
    }

    #[test]
    fn what_a_bound_has_cut_off_is_said_to_be_no_proof() {
        let extent = Extent::Whole { schedules: Some("1".into()), with_all_choices: false };
        let text = section(&program(), &Schedules { extent, ..with_a_choice() }, "threads-a", None).into_string();
        assert!(text.contains("not everything was tried, so against that this is no proof."), "{text}");
    }

    #[test]
    fn where_there_is_no_end_of_schedules_nothing_is_counted_and_it_is_said_why() {
        let mut found = found("", Ending::Returned, vec![]);
        found.threads.push("ann".into());
        found.steps.push(Step(1, 3, "looks".into(), String::new(), String::new(), None));
        found.states = vec![
            State(vec![(0, Some(1)), (1, Some(1))], vec![], None, vec![]),
            State(vec![(0, Some(0)), (1, Some(0))], vec![], None, vec![]),
        ];
        found.extent = Extent::Whole { schedules: None, with_all_choices: true };
        found.outcomes = vec![Outcome {
            prints: String::new(),
            ends: Ending::Livelock,
            schedules: None,
            schedule: vec![],
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        }];
        let text = section(&program(), &found, "threads-a", None).into_string();
        let sentence = "There is no end of schedules, as main and ann can go round together; one outcome; it ends in a \
                        livelock.";
        assert!(text.contains(sentence), "{text}");
        found.outcomes.extend(outcomes(1).into_iter().map(|outcome| Outcome { schedules: None, ..outcome }));
        let text = section(&program(), &found, "threads-a", None).into_string();
        assert!(text.contains(">livelock</span>") && text.contains(">no end<"), "{text}");
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
        let text = shown("", Ending::Panicked("no `<T>`\n\nat all".into()), outcomes(1));
        assert!(text.contains("<em>nothing</em>"), "{text}");
        assert!(text.contains("<span class=\"schedules-bad\">panics</span>: "), "{text}");
        assert!(text.contains("no `&lt;T&gt;` at all</samp>"), "{text}");
        assert!(text.contains("href=\"../model.html\""), "{text}");
        assert!(!text.contains("\n\n"), "{text}");
        assert!(shown("", Ending::Deadlock, outcomes(1)).contains(">deadlock</span>"));
        assert!(shown("", Ending::Exited(3), outcomes(1)).contains(">exits with status 3</span>"));
    }

    #[test]
    fn one_outcome_is_a_sentence_and_no_table() {
        let text = shown("a\n", Ending::Panicked("no".into()), vec![]);
        assert!(text.contains("One schedule, one outcome; it ends in a panic of main."), "{text}");
        assert!(!text.contains("<table"), "{text}");
        assert!(shown("a\n", Ending::Returned, outcomes(1)).contains("<table"));
    }

    #[test]
    fn there_is_a_row_and_a_picture_for_each_outcome() {
        let other = Outcome {
            prints: "b\n".into(),
            ends: Ending::Returned,
            schedules: Some("1200".into()),
            schedule: [0].map(Turn::of).to_vec(),
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        };
        let text = shown("a\n", Ending::Returned, vec![other]);
        assert_eq!(text.matches("<tr").count(), 3, "{text}");
        assert_eq!(text.matches("<svg").count(), 2, "{text}");
        assert!(text.contains("1,200"), "{text}");
    }
}
