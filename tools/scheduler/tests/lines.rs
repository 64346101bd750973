//! The game line by line: what is printed for what is typed.

mod common;

use common::game;

/// What is printed before the first line is typed, after it, and so on.
fn told(id: &str, typed: &str) -> Vec<String> {
    let mut out = Vec::new();
    scheduler::lines(&mut game(id), &mut typed.as_bytes(), &mut out).unwrap();
    String::from_utf8(out).unwrap().split("q to quit: ").map(String::from).collect()
}

#[test]
fn goal_score_threads_with_their_keys_and_lines_of_code_are_told() {
    let told = told("guarantees/ladder-and-rope", "1\nq\n");
    assert_eq!(
        told[0],
        "   goal: outcome 2: deadlock, prints nothing
   outcomes found: 0 of 2
 1 main starts ida (line 8)
       8 | let ida = thread::spawn(|| {
 2 ida has not been started yet
 3 jon has not been started yet
a thread's key to let it go, h for the other keys, "
    );
    assert_eq!(
        told[1],
        "   main starts ida (line 8)

 1 main starts jon (line 12)
      12 | let jon = thread::spawn(|| {
 2 ida locks `LADDER` (line 9)
       9 | let _ladder = LADDER.lock().unwrap();
 3 jon has not been started yet
a thread's key to let it go, h for the other keys, "
    );
}

#[test]
fn an_end_is_told_with_its_reasons_the_outcome_the_goal_and_the_score() {
    let told = told("guarantees/ladder-and-rope", "1\n1\n2\n3\n3\nu\nr\nq\n");
    assert!(told[4].contains(
        "
   no thread can go on
   main waits for the end of ida at line 17
   ida holds `LADDER` since line 9, and waits for `ROPE` at line 10, which jon holds since line 13
   jon holds `ROPE` since line 13, and waits for `LADDER` at line 14, which ida holds since line 9
   They wait in a ring, each for the next: ida, jon, and ida again
   This is outcome 2 of 2, and new to you, after 4 steps
   it was your goal
   outcomes found: 1 of 2
"
    ));
    assert!(told[5].starts_with("   The program is over: take a step back, or start again\n"), "{}", told[5]);
    assert!(told[6].starts_with("   taken back: jon locks `ROPE` (line 13)\n"), "{}", told[6]);
    let restarted = "   at the beginning\n   goal: outcome 1: main returns, prints both trees are pruned\n   outcomes found: 1 of 2\n";
    assert!(told[7].starts_with(restarted), "{}", told[7]);
}

#[test]
fn what_is_out_of_the_ordinary_has_a_letter_behind_the_key() {
    let told = told("waiting/woken-and-the-shelf-is-empty", "1\n1\n2\n2\n2\n2c\n2b\nq\n");
    let offered = "\n 2 customers 1 waits at `BAKED` (line 10)\n 2b customers 1 wakes up at `BAKED` without a reason (line 10): std \
                   permits it, and hardly ever does it: `wait` returns without a reason\n";
    assert!(told[4].contains(offered), "{}", told[4]);
    assert!(told[5].starts_with("   customers 1 cannot go now: it waits at `BAKED` (line 10)\n"), "{}", told[5]);
    assert!(told[6].starts_with("   customers 1 has no `2c` here\n"), "{}", told[6]);
    assert!(told[7].starts_with("   customers 1 wakes up at `BAKED` without a reason (line 10)\n"), "{}", told[7]);
}

#[test]
fn a_way_is_shown_and_another_goal_is_chosen() {
    let told = told("guarantees/ladder-and-rope", "g\ns\n1\n1\n3\nx\n");
    assert!(told[1].starts_with("   goal: outcome 1: main returns"), "{}", told[1]);
    assert!(told[2].starts_with("   from here to outcome 1: main × 2, ida × 5, "), "{}", told[2]);
    assert!(told[5].contains("   You leave the way to outcome 1\n"), "{}", told[5]);
    assert!(told[6].starts_with("   there is no key `x`"), "{}", told[6]);
}

#[test]
fn histories_of_atomics_and_who_holds_what_are_told() {
    let told = told("memory/two-judges-of-a-regatta", "1\n2\n");
    let history = "   `RED`, in modification order: `false` at first, then `true` by red_boat (line 12)\n     main can still read \
                   `false`, and the newest, `true`\n";
    assert!(told[2].contains(history), "{}", told[2]);
    let told = self::told("guarantees/ladder-and-rope", "1\n2\n");
    assert!(told[2].contains("   ida holds `LADDER`\n"), "{}", told[2]);
}
