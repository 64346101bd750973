//! What holds of a game, anyone who draws it: keys, ways that are shown, what counts as found, and what is said at an
//! end.

mod common;

use common::{game, program};
use scheduler::{Answer, Game, Life, Route};
use std::collections::{BTreeSet, VecDeque};

const DEADLOCK: &str = "guarantees/ladder-and-rope";
const SPURIOUS: &str = "waiting/woken-and-the-shelf-is-empty";
const WEAK: &str = "memory/two-judges-of-a-regatta";
const LEAK: &str = "memory/order-slip-covered";
const RACE: &str = "memory/job-in-a-slot";

/// Does one of the steps that can be done.
fn do_step(game: &mut Game, step: usize) -> Vec<String> {
    let offers = game.threads().into_iter().flat_map(|thread| thread.offers);
    let offer = offers.into_iter().find(|offer| offer.step == step).expect("this step can be done");
    match game.take(&offer) {
        Answer::Went(told) => told,
        other => panic!("{other:?}"),
    }
}

/// Makes an outcome the goal.
fn aim(game: &mut Game, outcome: usize) {
    while game.goal() != outcome {
        game.next_goal();
    }
}

/// The way that is shown from here.
fn shown(game: &mut Game) -> Vec<usize> {
    match game.show() {
        Route::Steps(steps) => steps,
        other => panic!("{other:?}"),
    }
}

/// Comes to an outcome by a way that has been found out in another game, so that it counts.
fn come_to(game: &mut Game, id: &str, outcome: usize) {
    let mut other = self::game(id);
    aim(&mut other, outcome);
    for step in shown(&mut other) {
        do_step(game, step);
    }
}

#[test]
fn each_thread_keeps_its_key_through_turns_undo_and_restart() {
    for id in [DEADLOCK, SPURIOUS, WEAK, LEAK, RACE] {
        let mut game = game(id);
        let keys = |game: &Game| game.threads().iter().map(|it| (it.key, it.name.clone())).collect::<Vec<_>>();
        let before = keys(&game);
        assert_eq!(before[0], ('1', "main".to_string()));
        for step in shown(&mut game) {
            do_step(&mut game, step);
            assert_eq!(keys(&game), before, "{id}");
        }
        while game.undo().is_some() {
            assert_eq!(keys(&game), before, "{id}");
        }
        game.restart();
        assert_eq!(keys(&game), before, "{id}");
    }
}

#[test]
fn a_thread_that_cannot_go_says_why_and_nothing_changes() {
    let mut game = game(DEADLOCK);
    let why = |game: &mut Game, key| match game.press(game.thread_of(key).unwrap()) {
        Answer::Cannot(why) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(why(&mut game, '3'), "jon cannot go now: it has not been started yet");
    for key in [0, 0, 1] {
        assert!(matches!(game.press(key), Answer::Went(_)));
    }
    assert_eq!(why(&mut game, '1'), "main cannot go now: it waits for the end of ida (line 17)");
    assert_eq!(game.turns().len(), 3);
    game.press(2);
    assert_eq!(why(&mut game, '2'), "The program is over: take a step back, or start again");
    assert_eq!(game.thread_of('4'), None);
}

#[test]
fn a_shown_way_leads_to_its_outcome_and_counts_only_once_it_is_gone_alone() {
    for id in [DEADLOCK, SPURIOUS, WEAK, LEAK, RACE] {
        for outcome in 0..game(id).program().found.outcomes.len() {
            let mut game = game(id);
            aim(&mut game, outcome);
            let mut way = shown(&mut game).into_iter();
            while let Some(step) = game.next_shown() {
                assert_eq!(way.next(), Some(step));
                do_step(&mut game, step);
            }
            let end = game.end().unwrap_or_else(|| panic!("{id} has not ended"));
            assert_eq!((end.outcome, end.is_goal, game.has_reached(outcome)), (Some(outcome), false, false), "{id}");
            assert!(end.verdict.contains("as shown to you"), "{}", end.verdict);
            assert_eq!(game.show(), Route::Here);
            game.restart();
            come_to(&mut game, id, outcome);
            let end = game.end().unwrap();
            assert!(end.is_goal && game.has_reached(outcome), "{id}");
            assert!(end.verdict.ends_with(", and new to you"), "{}", end.verdict);
        }
    }
}

#[test]
fn who_leaves_the_shown_way_finds_by_themselves() {
    let mut game = game(DEADLOCK);
    aim(&mut game, 0);
    let way = shown(&mut game);
    do_step(&mut game, way[0]);
    do_step(&mut game, way[1]);
    // The way has ida go now.
    let Answer::Went(told) = game.press(2) else { panic!("jon can go") };
    assert!(told.contains(&"You leave the way to outcome 1".to_string()), "{told:?}");
    assert_eq!(game.next_shown(), None);
    game.press(1);
    assert!(game.end().unwrap().verdict.ends_with("new to you"));
}

#[test]
fn what_is_found_stays_found_through_undo_and_restart_and_the_goal_goes_on() {
    let mut game = game(DEADLOCK);
    // A deadlock is sought before what goes well.
    assert_eq!((game.goal(), game.score().as_str()), (1, "outcomes found: 0 of 2"));
    come_to(&mut game, DEADLOCK, 1);
    assert_eq!(game.score(), "outcomes found: 1 of 2");
    game.undo();
    assert_eq!((game.goal(), game.score().as_str()), (0, "outcomes found: 1 of 2"));
    game.restart();
    assert_eq!(game.score(), "outcomes found: 1 of 2");
    come_to(&mut game, DEADLOCK, 1);
    let end = game.end().unwrap();
    assert!(end.verdict.ends_with("; you have found it before") && !end.is_goal, "{}", end.verdict);
    game.restart();
    come_to(&mut game, DEADLOCK, 0);
    assert_eq!(game.all_found().as_deref(), Some("There is no other in any of its 187 schedules"));
}

#[test]
fn goals_are_the_missing_outcomes_first() {
    let mut game = game(SPURIOUS);
    come_to(&mut game, SPURIOUS, 1);
    game.restart();
    let mut goals = vec![game.goal()];
    for _ in 0..3 {
        game.next_goal();
        goals.push(game.goal());
    }
    assert_eq!(goals, [0, 2, 1, 0]);
}

#[test]
fn a_deadlock_is_explained_by_the_schedule_that_was_played() {
    // Two threads print the same here before nothing goes on: the evidence has the one schedule, this is the other.
    let mut game = game("sharing/one-reader-inside-a-mutex");
    for thread in [0, 0, 0, 2, 2] {
        game.press(thread);
    }
    assert_eq!(
        game.end().unwrap().words,
        [
            "no thread can go on",
            "main waits for the end of ann at line 18",
            "ann waits for `cache` at line 10, which ben holds since line 10",
            "ben holds `cache` since line 10, and waits at `both_inside` at line 11",
            "No thread is left that could bring what is waited for",
        ]
    );
}

#[test]
fn a_race_is_told_with_both_lines_and_both_threads() {
    let mut game = game(RACE);
    come_to(&mut game, RACE, 0);
    let words = game.end().unwrap().words.join("\n");
    assert!(words.starts_with("undefined behaviour: data race\n"), "{words}");
    assert!(words.contains("dispatcher writes to some memory at line 22, and main reads the same memory at line 33"));
    let told = |thread: usize| {
        let thread = game.threads().swap_remove(thread);
        (thread.life, thread.line, thread.does)
    };
    assert_eq!(told(0), (Life::Undefined, Some(33), "comes to undefined behaviour (line 33)".to_string()));
    assert_eq!(told(1), (Life::Undefined, Some(22), "is the other one (line 22)".to_string()));
}

#[test]
fn who_is_not_done_when_main_returns_is_cut_off() {
    let id = "threads/backup-left-behind";
    let mut game = game(id);
    come_to(&mut game, id, 2);
    let threads = game.threads();
    assert_eq!((threads[0].life, threads[1].life), (Life::Ended, Life::CutOff));
    assert_eq!(threads[1].does, "is cut off by the end of the program");
}

#[test]
fn what_is_never_freed_is_told_where_it_is_lost_and_nowhere_else() {
    let never_freed = |outcome| {
        let mut game = game(LEAK);
        come_to(&mut game, LEAK, outcome);
        game.end().unwrap().words.into_iter().filter(|it| it.contains("ever free")).collect::<Vec<_>>()
    };
    assert_eq!(never_freed(0), ["Never freed: 4 bytes allocated on line 12"]);
    assert!(never_freed(1).is_empty());
}

#[test]
fn a_leak_of_some_schedules_is_told_as_that_of_this_one_or_of_another() {
    let mut program = program(LEAK);
    let own = program.found.outcomes[1].schedule.clone();
    let never_freed = |program: &scheduler::Program| {
        let mut game = Game::new(program.clone()).unwrap();
        come_to(&mut game, LEAK, 1);
        game.end().unwrap().words.pop().unwrap()
    };
    let mut played = game(LEAK);
    come_to(&mut played, LEAK, 1);
    program.found.leaks = vec![catalog::Leak(1, 12, 4, 1, Some(played.turns()))];
    assert_eq!(never_freed(&program), "Never freed: 4 bytes allocated on line 12; other schedules free it");
    let mut another = own;
    another.swap(0, 1);
    another.push(catalog::Turn::of(0));
    program.found.leaks[0].4 = Some(another);
    let told = never_freed(&program);
    assert!(told.starts_with("Another one never frees 4 bytes allocated on line 12: main × 2, waiter, "), "{told}");
}

#[test]
fn an_old_value_is_offered_beside_the_newest_and_ends_what_an_order_of_steps_explains() {
    let mut game = game(WEAK);
    assert_eq!(game.score(), "outcomes found: 0 of 2, and 0 of 1 that no order of steps explains");
    aim(&mut game, 2);
    let way = shown(&mut game);
    let weak = way.iter().position(|step| game.program().found.kind_of(*step).is_some()).unwrap();
    for step in &way[..weak] {
        do_step(&mut game, *step);
    }
    let Answer::Choose(offers) = game.press(0) else { panic!("there is a choice") };
    let words: Vec<&str> = offers.iter().map(|offer| offer.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "reads `true` from `RED`, the newest (line 8)",
            "reads an old `false` from `RED`; nothing forbids that (line 8)"
        ]
    );
    let told = do_step(&mut game, offers[1].step);
    assert!(told.iter().any(|it| it == "No order of steps explains what happens from here on"), "{told:?}");
    assert!(game.is_weak());
    game.undo();
    assert!(!game.is_weak());
}

#[test]
fn what_an_order_of_steps_explains_counts_only_when_come_to_by_one() {
    let id = "memory/position-checked-without-a-fence";
    let found = program(id).found;
    let ordinary = found.outcomes.iter().position(|it| it.is_ordinary() && it.weak_schedules.is_some()).unwrap();
    let mut game = game(id);
    for step in way_by_memory(&found, ordinary) {
        do_step(&mut game, step);
    }
    let end = game.end().unwrap();
    assert_eq!(end.outcome, Some(ordinary));
    assert!(end.verdict.contains("no order of steps explains how you came to it"), "{}", end.verdict);
    assert!(!game.has_reached(ordinary) && !end.is_goal);
    assert!(end.words.contains(&"No order of steps explains this schedule".to_string()));
}

/// The steps of a schedule by which an outcome is reached, and in one of which memory makes a choice.
fn way_by_memory(found: &catalog::Schedules, outcome: usize) -> Vec<usize> {
    let outcome = &found.outcomes[outcome];
    let start = (0, String::new(), false);
    let mut known = BTreeSet::from([start.clone()]);
    let mut queue = VecDeque::from([(start, Vec::new())]);
    while let Some(((state, printed, is_weak), way)) = queue.pop_front() {
        if is_weak && found.states[state].2.as_ref() == Some(&outcome.ends) && printed == outcome.prints {
            return way;
        }
        for &(step, to) in &found.states[state].0 {
            let is_weak = is_weak || found.kind_of(step).is_some_and(catalog::Kind::is_weak);
            let Some(to) = to else { continue };
            let next = (to, format!("{printed}{}", found.steps[step].4), is_weak);
            if known.insert(next.clone()) {
                queue.push_back((next, [&way[..], &[step]].concat()));
            }
        }
    }
    panic!("memory has no schedule that comes to it")
}

#[test]
fn which_outcomes_cannot_come_any_more_is_told_as_far_as_it_is_known() {
    let mut game = game(DEADLOCK);
    assert_eq!(game.fate(), None);
    for thread in [0, 0, 1, 1] {
        game.press(thread);
    }
    assert_eq!(game.fate().as_deref(), Some("From here only outcome 1 can still come"));
    assert!(game.is_gone(1) && !game.is_gone(0));
    assert_eq!(game.goal(), 1);
    assert_eq!(
        game.show(),
        Route::None("Outcome 2 can’t be reached any more: take a step back, or start again".to_string())
    );
}

#[test]
fn behind_what_std_hardly_ever_does_no_outcome_is_said_to_be_gone() {
    let mut game = game(SPURIOUS);
    for thread in [0, 0, 1, 1] {
        game.press(thread);
    }
    let Answer::Choose(offers) = game.press(1) else { panic!("there is a choice") };
    game.take(&offers[0]);
    // Only the way to the third outcome is kept here.
    assert!((0..3).all(|outcome| !game.is_gone(outcome)));
    assert_eq!((game.goal(), game.fate()), (0, None));
    assert!(matches!(game.show(), Route::None(why) if why.starts_with("No way from here to outcome 1 is kept")));
}

#[test]
fn a_wait_that_may_return_without_a_reason_is_offered_as_what_hardly_ever_happens() {
    let mut game = game(SPURIOUS);
    for thread in [0, 0, 1, 1] {
        game.press(thread);
    }
    let customer = &game.threads()[1];
    assert_eq!((customer.life, customer.does.as_str()), (Life::Waits, "waits at `BAKED` (line 10)"));
    let Answer::Choose(offers) = game.press(1) else { panic!("there is a choice") };
    assert_eq!(offers[0].rarely.as_deref(), Some("`wait` returns without a reason"));
    assert!(matches!(game.take(&offers[0]), Answer::Went(_)));
    assert_eq!(game.threads()[1].life, Life::CanGo);
}

#[test]
fn who_acquires_is_told_what() {
    let mut game = game(LEAK);
    let told = (0..20).find_map(|_| {
        let thread = [2, 0, 1].into_iter().find(|it| game.threads()[*it].life == Life::CanGo)?;
        let Answer::Went(told) = game.press(thread) else { panic!("it can go") };
        told.into_iter().find(|it| it.contains("has acquired"))
    });
    assert_eq!(
        told.as_deref(),
        Some(
            "cook has acquired what waiter released on line 12: all that waiter did up to there happens before all that cook \
             does from here on"
        )
    );
}

#[test]
fn threads_that_go_round_for_ever_have_come_to_an_outcome_and_can_go_on() {
    let text = r#"{
"extent": {"whole":{"schedules":null}},
"threads": ["main","ann"],
"holdings": [],
"steps": [
[0,2,"tries `door` by `try_lock`","",""],
[1,3,"tries `door` by `try_lock`","",""]
],
"states": [
[[[0,1]],[],null,[]],
[[[1,2]],[],null,[]],
[[[0,1]],[],null,[]]
],
"outcomes": [
{"prints":"","ends":"livelock","schedules":null,"schedule":[0]}
]
}
"#;
    let found: catalog::Schedules = serde_json::from_str(text).unwrap();
    let program = scheduler::Program { name: "a.rs".to_string(), code: "\n\n\n".to_string(), found };
    let mut game = Game::new(program).unwrap();
    assert_eq!(game.end(), None);
    game.press(0);
    let end = game.end().unwrap();
    assert_eq!(end.words[0], "livelock: threads go round for ever");
    assert!(end.verdict.ends_with("This is the one outcome, and new to you") && end.is_goal);
    game.press(1);
    let end = game.end().unwrap();
    assert!(end.verdict.ends_with("new to you"), "it goes on being the same: {}", end.verdict);
    assert_eq!(game.threads()[0].life, Life::CanGo);
}

#[test]
fn a_program_is_read_as_it_was_written_and_what_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.json");
    let program = program(WEAK);
    program.write(&file).unwrap();
    assert_eq!(scheduler::Program::read(&file).unwrap(), program);
    std::fs::write(&file, "{}").unwrap();
    assert!(
        scheduler::Program::read(&file).unwrap_err().to_string().contains("program.json: is not an explored program")
    );
}
