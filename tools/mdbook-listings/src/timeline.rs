//! One schedule as a picture: time runs downwards, and each thread has a column. It is drawn here;
//! [`picture`] works out what it contains.

mod end;
mod lines;
mod picture;
mod row;

pub use picture::BOX;

use crate::words;
use catalog::{Extent, Need, Outcome, Schedules, State, Turn, grouped};
use maud::{Markup, html};
use picture::{Picture, name_at};
use row::{LINE, PAD, Row};

/// One schedule as a picture of its own, outside of its listing. `name` and `address` are those of the listing.
pub fn figure(found: &Schedules, outcome: usize, name: &str, address: &str) -> String {
    let Some(shown) = found.outcomes.get(outcome) else { return String::new() };
    let count = found.count().map(|count| grouped(&count));
    let which = match (&found.extent, count.as_deref(), &shown.schedules) {
        (Extent::Sample { .. }, Some(count), _) => format!("found when {count} schedules were tried"),
        (_, Some("1"), Some(_)) => "its only schedule".to_string(),
        (_, Some(count), Some(_)) if found.ordinary().len() == 1 => format!("one of its {count} schedules"),
        (_, _, Some(own)) if own == "1" => format!("the one schedule that comes to outcome {}", outcome + 1),
        (_, _, Some(own)) => format!("one of the {} schedules that come to outcome {}", grouped(own), outcome + 1),
        _ if found.need(shown) == Need::Memory => format!("outcome {}, which no order of steps explains", outcome + 1),
        (_, _, None) => format!("one way to outcome {}", outcome + 1),
    };
    let picture = timeline(found, shown, &format!("{name}, {which}"));
    let markup = html! {
        figure.timeline-figure {
            figcaption {
                p { a href=(address) { (name) } ", " (which) ": " strong { (words::outcome_and_needs(found, shown)) } "." }
                p {
                    "Time runs downwards; where a line is dotted, the thread has to wait."
                    @for words in words::keys(found, [shown]) { " " (words) "." }
                }
            }
            @if let Some(picture) = picture { (picture) }
        }
    };
    markup.into_string()
}

/// The schedule of an outcome, step by step, as SVG that tells the same in sentences; `name` says what it is a schedule of.
/// `None` if it cannot be followed.
pub fn timeline(schedules: &Schedules, outcome: &Outcome, name: &str) -> Option<Markup> {
    Some(drawn(&Picture::new(schedules, &outcome.schedule, Some(outcome))?, name))
}

/// The same in sentences.
pub fn told(schedules: &Schedules, outcome: &Outcome) -> Option<String> {
    Some(Picture::new(schedules, &outcome.schedule, Some(outcome))?.told())
}

/// A picture as SVG.
fn drawn(picture: &Picture<'_>, name: &str) -> Markup {
    let schedules = picture.schedules;
    let &Picture { width, words_at, head, bottom, height, .. } = picture;
    html! {
        svg.timeline role="img" viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height)
            xmlns="http://www.w3.org/2000/svg" {
            title { (name) }
            desc { (picture.told()) }
            @for (index, row) in picture.rows.iter().enumerate() {
                @if index % 2 == 0 {
                    rect.timeline-row x="0" y=(row.top) width=(width) height=(row.height) {}
                }
            }
            @for (thread, name) in schedules.threads.iter().enumerate() {
                g.(colour(thread)) {
                    text.timeline-name x=(picture.column(thread).saturating_sub(8)) y=(name_at(thread)) { (name) }
                    (picture.line(thread))
                }
            }
            @for row in &picture.rows {
                g.timeline-step.(colour(row.thread)).timeline-chosen[row.is(Need::Library)].timeline-weak[row.is(Need::Memory)] {
                    rect.timeline-box x=(picture.column(row.thread) - BOX) y=(row.top + PAD - 2) width=(2 * BOX) height="20"
                        rx="4" {}
                    text.timeline-number x=(picture.column(row.thread)) y=(row.top + PAD + 13) {
                        @if row.line == 0 { "·" } @else { (row.line) }
                    }
                    @for (index, line) in row.words.iter().enumerate() {
                        (text_line("timeline-words", words_at, row.top + PAD + 13 + index * LINE, line))
                    }
                    @if !row.printed.is_empty() {
                        rect.timeline-screen x=(words_at) y=(row.printed_top()) width=(width - words_at - 2)
                            height=(row.printed.len() * LINE + 6) rx="3" {}
                        @for (index, line) in row.printed.iter().enumerate() {
                            text.timeline-printed xml:space="preserve" x=(words_at + 6)
                                y=(row.printed_top() + 15 + index * LINE) { (line) }
                        }
                    }
                    @for (index, line) in row.waits.iter().enumerate() {
                        (text_line("timeline-waits", words_at, row.waits_top() + 13 + index * LINE, line))
                    }
                }
            }
            (picture.arrows.drawn(&picture.boxes()))
            @if !picture.end.is_empty() {
                g.timeline-end.timeline-bad[picture.bad] {
                    rect x="1" y=(bottom) width=(width - 2) height=(height - bottom - 1) rx="4" {}
                    @for (index, line) in picture.end.iter().enumerate() {
                        (text_line("timeline-ending", 10, bottom + 20 + index * LINE, line))
                    }
                }
            }
            // The names stand on steps of a stair, so that each can be as long as it is.
            line.timeline-head x1="0" y1=(head) x2=(width) y2=(head) {}
        }
    }
}

impl Picture<'_> {
    /// A thread's line: whole where it can go, dotted where it has to wait, thin where it is not there yet.
    fn line(&self, thread: usize) -> Markup {
        let x = self.column(thread);
        let mut at = name_at(thread) + 4;
        let mut pieces = Vec::new();
        let mut was_there = false;
        for (index, state) in self.states.iter().enumerate() {
            let until = self.rows.get(index).map_or(self.bottom, Row::middle);
            let life = life(self.schedules, state, thread);
            let class = match life {
                Life::Can => "timeline-can",
                Life::Waits => "timeline-blocked",
                // A thread that is still there when the program ends is cut off, which the end says.
                Life::Absent if was_there => break,
                Life::Absent => "timeline-absent",
            };
            was_there |= life != Life::Absent;
            pieces.push((class, at, until));
            at = until;
        }
        // One line where it goes on in the same way, so that the dashes do too.
        let mut joined: Vec<(&str, usize, usize)> = Vec::new();
        for (class, from, to) in pieces {
            match joined.last_mut() {
                Some(last) if last.0 == class => last.2 = to,
                _ => joined.push((class, from, to)),
            }
        }
        if !was_there {
            joined.clear();
        }
        let starter = self.starter(thread);
        html! {
            @for (class, from, to) in joined {
                line.(class) x1=(x) y1=(from) x2=(x) y2=(to) {}
            }
            @if let Some((from, y)) = starter {
                line.timeline-starts x1=(from) y1=(y) x2=(x) y2=(y) {}
                circle.timeline-born cx=(x) cy=(y) r="4" {}
            }
        }
    }

    /// Where a thread comes to be: the column of the thread that starts it, and when.
    fn starter(&self, thread: usize) -> Option<(usize, usize)> {
        let born = self.states.iter().position(|state| life(self.schedules, state, thread) != Life::Absent)?;
        let row = self.rows.get(born.checked_sub(1)?)?;
        let column = self.column(row.thread);
        let from = if row.thread < thread { column + BOX } else { column - BOX };
        Some((from, row.middle()))
    }
}

/// The class that gives a thread its colour. There are six; after that they begin anew.
pub fn colour(thread: usize) -> String {
    format!("thread-{}", thread % 6)
}

fn text_line(class: &str, x: usize, y: usize, pieces: &[(bool, String)]) -> Markup {
    html! {
        text.(class) xml:space="preserve" x=(x) y=(y) {
            @for (code, piece) in pieces {
                @if *code { tspan.timeline-code { (piece) } } @else { (piece) }
            }
        }
    }
}

/// What a thread can do in a state.
#[derive(Clone, Copy, PartialEq)]
enum Life {
    /// It is not there: not started yet, or over.
    Absent,
    Can,
    Waits,
}

fn life(schedules: &Schedules, state: &State, thread: usize) -> Life {
    // Who can go only if std does what it hardly ever does, waits.
    if state.0.iter().any(|(step, _)| schedules.turn_of(*step) == Turn::of(thread)) {
        Life::Can
    } else if state.1.iter().any(|(step, _)| schedules.steps[*step].0 == thread) {
        Life::Waits
    } else {
        Life::Absent
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Choice, Ending, History, Kind, Memory, Step, Synchronises, Written};

    fn two_locks() -> Schedules {
        let step = |thread, line, does: &str, waits: &str, prints: &str| {
            Step(thread, line, does.into(), waits.into(), prints.into(), None)
        };
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("1"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![],
            steps: vec![
                step(0, 3, "starts ann", "", ""),
                step(0, 4, "prints `<open>`", "", "<open>\n"),
                step(1, 7, "locks `plums`", "waits for `plums`", ""),
                step(0, 5, "joins ann", "waits for the end of ann", ""),
            ],
            states: vec![
                State(vec![(0, Some(1))], vec![], None, vec![]),
                State(vec![(1, Some(2))], vec![(2, vec![0])], None, vec![]),
                State(vec![], vec![(3, vec![]), (2, vec![0])], Some(Ending::Deadlock), vec![]),
            ],
            outcomes: vec![],
        }
    }

    fn hangs() -> Outcome {
        Outcome {
            prints: "<open>\n".into(),
            ends: Ending::Deadlock,
            schedules: Some("1".into()),
            schedule: [0, 0].map(Turn::of).to_vec(),
            edges: vec![],
            weak_schedules: None,
            needs: vec![],
        }
    }

    #[test]
    fn a_step_in_which_std_does_what_it_hardly_ever_does_is_marked_and_the_end_says_so() {
        let mut found = two_locks();
        found.choices = vec![Choice(Kind::Panics, "locking again panics".into())];
        found.steps.push(Step(1, 7, "asks for `plums` again".into(), String::new(), String::new(), Some(0)));
        found.states[1].0.push((4, Some(3)));
        found.states.push(State(vec![], vec![], Some(Ending::Panicked(String::new())), vec![]));
        let needing = Outcome {
            ends: Ending::Panicked(String::new()),
            schedules: None,
            schedule: vec![Turn::of(0), Turn { thread: 1, choice: Some(0) }],
            weak_schedules: None,
            needs: vec![0],
            ..hangs()
        };
        let text = timeline(&found, &needing, "Rare").unwrap().into_string();
        assert_eq!(text.matches("timeline-chosen").count(), 1, "{text}");
        assert!(text.contains("Only if locking again panics</text>"), "{text}");
        assert!(text.contains("The end: main panics; only if locking again panics.</desc>"), "{text}");
        // Until then ann waits.
        assert!(text.contains("timeline-blocked"), "{text}");
    }

    /// Ann writes `x`, and then main reads it, or writes it, in another way than the last one.
    fn weak(kind: Kind, after: Vec<Written>) -> (Schedules, Outcome) {
        let mut found = two_locks();
        let step =
            |thread, line, does: &str, choice| Step(thread, line, does.into(), String::new(), String::new(), choice);
        found.choices = vec![Choice(kind, "main does so".into())];
        found.steps = vec![
            step(0, 3, "starts ann", None),
            step(1, 7, "writes `x`", None),
            step(1, 8, "writes `x`", None),
            step(0, 4, "reads an old value from `x`", Some(0)),
            step(0, 4, "reads `2` from `x`", None),
        ];
        found.states = vec![
            State(vec![(0, Some(1))], vec![], None, vec![]),
            State(vec![(1, Some(2))], vec![], None, vec![]),
            State(vec![(2, Some(3))], vec![], None, vec![]),
            State(vec![(3, Some(4)), (4, Some(4))], vec![], None, vec![]),
            State(vec![], vec![], Some(Ending::Returned), vec![]),
        ];
        let (zero, one, two) =
            (written(None, 0, "0", &[]), written(Some(1), 7, "1", &[]), written(Some(1), 8, "2", &[]));
        let histories = [vec![zero.clone()], vec![zero.clone(), one.clone()], vec![zero, one, two], after];
        found.memory = Memory {
            histories: histories.into_iter().map(|writes| History("`x`".into(), writes)).collect(),
            states: vec![vec![0], vec![0], vec![1], vec![2], vec![3]],
        };
        let schedule = vec![Turn::of(0), Turn::of(1), Turn::of(1), Turn { thread: 0, choice: Some(0) }];
        let outcome = Outcome {
            prints: String::new(),
            ends: Ending::Returned,
            schedules: None,
            edges: vec![],
            weak_schedules: Some("1".into()),
            schedule,
            needs: vec![0],
        };
        (found, outcome)
    }

    fn written(thread: Option<usize>, line: usize, value: &str, reads: &[usize]) -> Written {
        Written(thread, line, value.into(), reads.to_vec(), vec![])
    }

    /// The ends of the arrows: where each begins, and where its tip is.
    fn arrows(text: &str) -> Vec<(String, String)> {
        let shafts = text.split("<path class=\"timeline-shaft\" d=\"M").skip(1);
        let begins = shafts.map(|rest| rest.split(['H', '"']).next().unwrap().to_string());
        let tips = text.split("<path class=\"timeline-tip\" d=\"M").skip(1);
        begins.zip(tips.map(|rest| rest.split('L').next().unwrap().to_string())).collect()
    }

    #[test]
    fn an_arrow_leads_from_an_old_write_to_the_load_that_reads_it() {
        let others = |one: &[usize], zero: &[usize]| {
            vec![written(None, 0, "0", zero), written(Some(1), 7, "1", one), written(Some(1), 8, "2", &[])]
        };
        let (found, outcome) = weak(Kind::ReadsOld, others(&[0], &[]));
        let text = timeline(&found, &outcome, "Old").unwrap().into_string();
        let picture = Picture::new(&found, &outcome.schedule, Some(&outcome)).unwrap();
        let at = |row: usize| picture.rows[row].middle();
        // From ann's box, on the side of main, to main's box, on the side of ann.
        assert_eq!(
            arrows(&text),
            [(format!("{} {}", picture.column(1) - BOX, at(1)), format!("33 {}", at(3)))],
            "{text}"
        );
        assert_eq!(text.matches("timeline-weak").count(), 1, "{text}");
        assert!(!text.contains("timeline-chosen"), "{text}");
        assert!(
            text.contains("line 4. It reads from the 1 that ann wrote, line 7, which is not the newest. The end: main returns; no \
                 order of steps explains it."),
            "{text}"
        );

        let (found, outcome) = weak(Kind::ReadsOld, others(&[], &[0]));
        let text = timeline(&found, &outcome, "Made with").unwrap().into_string();
        assert_eq!(arrows(&text), [("42 38".into(), format!("33 {}", at(3)))], "{text}");
        assert!(text.contains("It reads from the 0 with which x was made, which is not the newest."), "{text}");

        // Without a weak step there is no arrow, and the columns are as near as they can be.
        let ordinary = Outcome { schedule: [0, 1, 1, 0].map(Turn::of).to_vec(), needs: vec![], ..outcome };
        let text = timeline(&found, &ordinary, "New").unwrap().into_string();
        assert!(!text.contains("timeline-arrow") && text.contains("x=\"38\""), "{text}");
    }

    #[test]
    fn an_arrow_leads_up_from_a_store_to_that_which_it_counts_before() {
        let three = written(Some(0), 4, "3", &[]);
        let after =
            vec![written(None, 0, "0", &[]), written(Some(1), 7, "1", &[]), three, written(Some(1), 8, "2", &[])];
        let (found, outcome) = weak(Kind::WritesBefore, after);
        let text = timeline(&found, &outcome, "Before").unwrap().into_string();
        let picture = Picture::new(&found, &outcome.schedule, Some(&outcome)).unwrap();
        let at = |row: usize| picture.rows[row].middle();
        assert_eq!(
            arrows(&text),
            [(format!("32 {}", at(3)), format!("{} {}", picture.column(1) - BOX - 1, at(2)))],
            "{text}"
        );
        assert!(
            text.contains("In the modification order of x it comes before the 2 that ann wrote, line 8."),
            "{text}"
        );
    }

    #[test]
    fn a_picture_outside_of_its_listing_says_what_its_arrow_means() {
        let after = vec![written(None, 0, "0", &[0]), written(Some(1), 7, "1", &[]), written(Some(1), 8, "2", &[])];
        let (mut found, outcome) = weak(Kind::ReadsOld, after);
        found.outcomes = vec![hangs(), outcome];
        let text = figure(&found, 1, "Listing 3", "#here");
        assert!(text.contains("outcome 2, which no order of steps explains"), "{text}");
        assert!(text.contains("from the top where that is the value"), "{text}");
        assert!(!figure(&found, 0, "Listing 3", "#here").contains("arrow"));
    }

    #[test]
    fn an_arrow_of_another_form_leads_from_a_release_to_where_it_is_acquired_and_says_what_happens_before_what() {
        let after = vec![written(None, 0, "0", &[]), written(Some(1), 7, "1", &[0]), written(Some(1), 8, "2", &[])];
        let (mut found, outcome) = weak(Kind::ReadsOld, after);
        found.synchronises = vec![Synchronises(4, 1, 7)];
        let ordinary = Outcome { schedule: [0, 1, 1, 0].map(Turn::of).to_vec(), needs: vec![], ..outcome.clone() };
        let text = timeline(&found, &ordinary, "Released").unwrap().into_string();
        assert_eq!(text.matches("class=\"timeline-arrow timeline-before\"").count(), 1, "{text}");
        assert!(!text.contains("r=\"3\""), "{text}");
        let told = "main reads 2 from x, line 4. It acquires what ann released on line 7: all that ann did up to there \
                    happens before all that main does from here on. The end";
        assert!(text.contains(told), "{text}");
        found.outcomes = vec![hangs(), ordinary];
        let text = figure(&found, 1, "Listing 3", "#here");
        assert!(text.contains("A solid arrow leads from a step of one thread") && !text.contains("dashed"), "{text}");

        // The listing asks for all edges: the one of the atomic is drawn once, and told as before.
        let edges = vec![(0, 1), (1, 3)];
        let asking = Outcome { edges, ..found.outcomes[1].clone() };
        let text = timeline(&found, &asking, "All").unwrap().into_string();
        assert_eq!(text.matches("class=\"timeline-arrow timeline-before\"").count(), 2, "{text}");
        let told = "It takes over what main handed on at line 3: all that main did up to there happens before all that ann \
                    does from here on.";
        assert!(text.contains(told) && text.contains("It acquires what ann released on line 7: all"), "{text}");
        assert_eq!(text.matches("handed on").count(), 1, "{text}");

        // Both kinds in one picture, and for one step.
        found.synchronises = vec![Synchronises(3, 1, 7)];
        let text = timeline(&found, &outcome, "Both").unwrap().into_string();
        assert_eq!(text.matches("class=\"timeline-arrow").count(), 2, "{text}");
        assert!(text.contains("which is not the newest. It acquires what ann released on line 7: all"), "{text}");
        found.outcomes[1] = outcome;
        let text = figure(&found, 1, "Listing 3", "#here");
        assert!(text.contains("A solid arrow") && text.contains("at which a dashed arrow ends"), "{text}");
    }

    #[test]
    fn who_goes_round_for_ever_is_told_at_the_end() {
        let mut found = two_locks();
        found.states[2] = State(vec![(1, Some(1))], vec![(2, vec![])], None, vec![]);
        let text = timeline(&found, &Outcome { ends: Ending::Livelock, ..hangs() }, "Round").unwrap().into_string();
        assert!(text.contains("Livelock: threads go round for ever"), "{text}");
        assert!(text.contains("main comes back to line 4, again and again.</desc>"), "{text}");
    }

    #[test]
    fn each_thread_has_a_column_and_each_step_of_the_schedule_a_box() {
        let text = timeline(&two_locks(), &hangs(), "One & all").unwrap().into_string();
        assert_eq!(text.matches("timeline-name").count(), 2, "{text}");
        assert_eq!(text.matches("timeline-box").count(), 2);
        assert_eq!(text.matches("timeline-born").count(), 1);
        assert!(text.contains("role=\"img\"") && text.contains("<title>One &amp; all</title>"), "{text}");
        assert!(text.contains(">&lt;open&gt;</text>"), "{text}");
        assert!(
            text.contains(
                "<desc>main starts ann, line 3. Now ann waits for plums, which main has. main prints &lt;open&gt;, \
                 line 4. The end: deadlock: no thread can go on; main waits for the end of ann; ann waits for plums, \
                 which main has.</desc>"
            ),
            "{text}"
        );
        assert!(text.contains("timeline-bad") && text.contains("Deadlock: no thread can go on"), "{text}");
        assert!(!text.contains("\n\n"));
    }

    #[test]
    fn a_blocked_thread_has_a_broken_line_and_a_schedule_may_stop_anywhere() {
        let found = two_locks();
        let text = drawn(&Picture::new(&found, &[Turn::of(0)], None).unwrap(), "Begun").into_string();
        assert!(text.contains("timeline-blocked"), "{text}");
        assert!(!text.contains("timeline-end"), "{text}");
        assert!(Picture::new(&found, &[Turn::of(1)], None).is_none());
    }
}
