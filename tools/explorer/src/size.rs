//! Keeps evidence small enough for a page: if there are too many states, only those that a reader is shown are kept.

use catalog::{Extent, Leak, Memory, Need, Outcome, Schedules, State, Synchronises, Turn};
use std::collections::{BTreeMap, BTreeSet};

/// How many bytes the evidence of a listing may have. It is in the page that shows the listing.
const MOST: usize = 60 * 1024;

/// How many bytes a state has at least.
const STATE: usize = 16;

/// The schedules; without the states to which no outcome's schedule leads, if they would be too many.
///
/// # Errors
/// What is too large even then.
pub fn small_enough(schedules: Schedules) -> Result<Schedules, String> {
    no_larger_than(MOST, schedules)
}

/// The same with as many bytes as the page has room for. As a last resort, outcomes that need the library to do what it
/// hardly ever does are left out, and the evidence then does not claim that all of it has been tried. What memory
/// permits stays.
///
/// # Errors
/// What is too large even then.
pub fn no_larger_than(most: usize, schedules: Schedules) -> Result<Schedules, String> {
    let fits = |schedules: &Schedules| schedules.states.len() * STATE <= most && schedules.text().len() <= most;
    if fits(&schedules) {
        return Ok(schedules);
    }
    let smaller = shown_alone(&schedules);
    if fits(&smaller) {
        return Ok(smaller);
    }
    let usual = shown_alone(&without_rare_choices(schedules));
    if fits(&usual) {
        return Ok(usual);
    }
    Err(format!("one schedule for each of its {} outcomes is too much to be kept", usual.outcomes.len()))
}

/// The same without the outcomes that need the library to do what it hardly ever does.
fn without_rare_choices(mut schedules: Schedules) -> Schedules {
    schedules.outcomes.truncate(schedules.places(Need::Library).start);
    let outcomes = schedules.outcomes.len();
    schedules.leaks.retain(|leak| leak.0 < outcomes);
    match &mut schedules.extent {
        Extent::Whole { with_all_choices, .. } | Extent::Counted { with_all_choices, .. } => *with_all_choices = false,
        Extent::Sample { .. } => {}
    }
    schedules
}

/// The same with those states, steps and holdings alone that the schedules of the outcomes lead through; and with those
/// of the rounds in which they end.
fn shown_alone(schedules: &Schedules) -> Schedules {
    let extent = match &schedules.extent {
        Extent::Whole { schedules: count, with_all_choices } => Extent::Counted {
            schedules: count.clone(),
            states: schedules.states.len(),
            with_all_choices: *with_all_choices,
        },
        other => other.clone(),
    };
    let mut states = Places::from([(0, 0)]);
    for outcome in &schedules.outcomes {
        for state in schedules.states_of(outcome) {
            place_of(&mut states, state);
        }
    }
    let leaky = || schedules.leaks.iter().filter_map(|leak| leak.4.as_ref());
    for (_, state) in leaky().flat_map(|schedule| schedules.follow(schedule).unwrap_or_default()) {
        place_of(&mut states, state);
    }
    let (mut steps, mut holdings, mut choices) = (Places::new(), Places::new(), Places::new());
    let is_taken = |step: usize| {
        let turn = schedules.turn_of(step);
        let mut ways = schedules.outcomes.iter().map(|outcome| &outcome.schedule).chain(leaky());
        turn.choice.is_none() || ways.any(|way| way.contains(&turn))
    };
    let kept = in_order(&states).into_iter().map(|place| {
        let State(can, waits, ends, holds) = &schedules.states[place];
        State(
            can.iter()
                .filter(|(step, _)| is_taken(*step))
                .map(|(step, to)| (place_of(&mut steps, *step), to.and_then(|to| states.get(&to).copied())))
                .collect(),
            waits.iter().map(|(step, by)| (place_of(&mut steps, *step), by.clone())).collect(),
            ends.clone(),
            holds.iter().map(|holding| place_of(&mut holdings, *holding)).collect(),
        )
    });
    let kept = kept.collect();
    // The steps of a choice that no outcome needs have gone with the states that are not kept, and so does the choice.
    let taken: BTreeSet<usize> = in_order(&steps).into_iter().filter_map(|step| schedules.steps[step].5).collect();
    for choice in taken {
        place_of(&mut choices, choice);
    }
    let step = |step: usize| {
        let mut step = schedules.steps[step].clone();
        step.5 = step.5.map(|choice| choices[&choice]);
        step
    };
    let turn = |turn: &Turn| Turn { choice: turn.choice.map(|choice| choices[&choice]), ..*turn };
    let leak = |leak: &Leak| {
        let schedule = leak.4.as_ref().map(|schedule| schedule.iter().map(turn).collect());
        Leak(leak.0, leak.1, leak.2, leak.3, schedule)
    };
    let outcome = |outcome: &Outcome| {
        let needs = outcome.needs.iter().map(|choice| choices[choice]).collect();
        Outcome { schedule: outcome.schedule.iter().map(turn).collect(), needs, ..outcome.clone() }
    };
    let synchronises = schedules.synchronises.iter();
    Schedules {
        extent,
        states: kept,
        steps: in_order(&steps).into_iter().map(step).collect(),
        holdings: in_order(&holdings).into_iter().map(|holding| schedules.holdings[holding].clone()).collect(),
        choices: in_order(&choices).into_iter().map(|choice| schedules.choices[choice].clone()).collect(),
        synchronises: synchronises
            .filter_map(|Synchronises(step, thread, line)| Some(Synchronises(*steps.get(step)?, *thread, *line)))
            .collect(),
        memory: memory_of(&schedules.memory, &in_order(&states)),
        leaks: schedules.leaks.iter().map(leak).collect(),
        outcomes: schedules.outcomes.iter().map(outcome).collect(),
        ..schedules.clone()
    }
}

/// What has been written in these states.
fn memory_of(memory: &Memory, states: &[usize]) -> Memory {
    if memory.is_empty() {
        return Memory::default();
    }
    let mut histories = Places::new();
    let of = |state: &usize| memory.states[*state].iter().map(|place| place_of(&mut histories, *place)).collect();
    let states = states.iter().map(of).collect();
    Memory {
        states,
        histories: in_order(&histories).into_iter().map(|place| memory.histories[place].clone()).collect(),
    }
}

/// Where what stood in one list is in another.
type Places = BTreeMap<usize, usize>;

fn place_of(places: &mut Places, of: usize) -> usize {
    let next = places.len();
    *places.entry(of).or_insert(next)
}

/// What is in the other list, in its order.
fn in_order(places: &Places) -> Vec<usize> {
    let mut order: Vec<(usize, usize)> = places.iter().map(|(&was, &is)| (is, was)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, was)| was).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Choice, Ending, History, Kind, Step, Written};

    /// A grid of two threads with this many steps each, of which the outcome's schedule takes the edge.
    fn grid(steps: usize) -> Schedules {
        let at = |a: usize, b: usize| a * (steps + 1) + b;
        let state = |a: usize, b: usize| {
            let mut can = Vec::new();
            if a < steps {
                can.push((a, Some(at(a + 1, b))));
            }
            if b < steps {
                can.push((steps + b, Some(at(a, b + 1))));
            }
            let end = can.is_empty().then_some(Ending::Returned);
            State(can, vec![], end, vec![])
        };
        let step = |thread, line| Step(thread, line, "sleeps".into(), String::new(), String::new(), None);
        Schedules {
            memory: catalog::Memory::default(),
            synchronises: vec![],
            load_buffering: vec![],
            leaks: vec![],
            extent: Extent::whole("7"),
            threads: vec!["main".into(), "ann".into()],
            holdings: vec![],
            choices: vec![],
            steps: (0..2 * steps).map(|place| step(place / steps, place)).collect(),
            states: (0..=steps).flat_map(|a| (0..=steps).map(move |b| state(a, b))).collect(),
            outcomes: vec![Outcome {
                prints: String::new(),
                ends: Ending::Returned,
                schedules: Some("7".into()),
                schedule: [vec![Turn::of(1); steps], vec![Turn::of(0); steps]].concat(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![],
            }],
        }
    }

    #[test]
    fn what_is_small_enough_stays_whole() {
        assert_eq!(small_enough(grid(10)), Ok(grid(10)));
    }

    #[test]
    fn of_what_is_too_large_the_shown_states_stay_and_the_counts() {
        let small = small_enough(grid(60)).unwrap();
        assert_eq!(
            small.extent,
            Extent::Counted { schedules: Some("7".into()), states: 61 * 61, with_all_choices: true }
        );
        assert_eq!((small.states.len(), small.steps.len()), (121, 120));
        assert_eq!(small.outcomes, grid(60).outcomes);
        assert_eq!(Schedules::parse(&small.text()), Ok(small.clone()));
        // Who can go is still said where it leads nowhere that is kept.
        assert_eq!(small.states[1].0.len(), 2);
        assert!(small.states[1].0.iter().any(|(_, to)| to.is_none()));
    }

    /// The same, in which a thread may be woken for nothing at first, and then prints one of this many numbers.
    fn with_choices(steps: usize, many: usize) -> Schedules {
        let mut found = grid(steps);
        found.choices = vec![Choice(Kind::WithoutReason, "`wait` returns without a reason".into())];
        for number in 0..many {
            let (step, state) = (found.steps.len(), found.states.len());
            let prints = format!("{number}\n");
            found.steps.push(Step(0, 9, format!("prints {number}"), String::new(), prints.clone(), None));
            found.states.push(State(vec![(step, Some(state + 1))], vec![], None, vec![]));
            found.states.push(State(vec![], vec![], Some(Ending::Returned), vec![]));
            let wakes = format!("wakes up, {number}");
            found.steps.push(Step(0, 8, wakes, String::new(), String::new(), Some(0)));
            // Each is woken somewhere else, as of one state there is one such step.
            found.states[number].0.push((step + 1, Some(state)));
            let ways = vec![Turn::of(1); number];
            found.outcomes.push(Outcome {
                prints,
                ends: Ending::Returned,
                schedules: None,
                schedule: [ways, vec![Turn { thread: 0, choice: Some(0) }, Turn::of(0)]].concat(),
                edges: vec![],
                weak_schedules: None,
                needs: vec![0],
            });
        }
        found
    }

    #[test]
    fn of_what_is_too_large_what_needs_a_choice_is_kept_as_long_as_there_is_room() {
        let few = small_enough(with_choices(60, 2)).unwrap();
        assert_eq!(few.outcomes.len(), 3);
        assert!(few.with_all_choices() && Schedules::parse(&few.text()) == Ok(few.clone()), "{}", few.text());
        let many = no_larger_than(9_000, with_choices(60, 60)).unwrap();
        assert_eq!(many.outcomes, grid(60).outcomes);
        assert!(!many.with_all_choices() && many.choices.is_empty());
        assert_eq!(Schedules::parse(&many.text()), Ok(many));
    }

    #[test]
    fn what_memory_permits_stays_with_the_histories_of_the_states_that_do() {
        let mut found = with_choices(60, 60);
        let old = found.choices.len();
        found.choices.push(Choice(Kind::ReadsOld, "main reads an old `0` from `x`".into()));
        // The first of them is one of memory, and comes before the others.
        found.steps[2 * 60 + 1].5 = Some(old);
        found.outcomes[1].schedule[0].choice = Some(old);
        found.outcomes[1].needs = vec![old];
        found.outcomes[1].weak_schedules = Some("3".into());
        let history = |value: usize| {
            let written = Written(None, 0, value.to_string(), vec![], vec![0, 1]);
            History("`x`".into(), vec![written])
        };
        found.memory.histories = (0..found.states.len()).map(history).collect();
        found.memory.states = (0..found.states.len()).map(|state| vec![state]).collect();
        let small = no_larger_than(20_000, found.clone()).unwrap();
        assert_eq!((small.ordinary().len(), small.weak().len(), small.rare().len()), (1, 1, 0));
        assert_eq!(small.choices, [found.choices[old].clone()]);
        assert_eq!(small.memory.histories.len(), small.states.len());
        // The last state of the weak outcome's schedule has the history that it had.
        let last = |found: &Schedules| found.follow(&found.outcomes[1].schedule).unwrap().last().unwrap().1;
        let history = |found: &Schedules| found.memory.at(last(found)).next().unwrap().clone();
        assert_eq!(history(&small), history(&found));
        assert_eq!(Schedules::parse(&small.text()), Ok(small));
    }

    #[test]
    fn what_is_too_large_even_then_is_refused() {
        let many = grid(20);
        let outcomes = vec![many.outcomes[0].clone(); 2000];
        let why = small_enough(Schedules { outcomes, ..many }).unwrap_err();
        assert!(why.contains("each of its 2000 outcomes"), "{why}");
    }
}
