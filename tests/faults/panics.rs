//! Where a program panics, and with which words.

use crate::little_book::{ALARM, COIN, GREETING, LittleBook};
use expect_test::expect;

#[test]
fn a_program_that_panics_unasked_is_rejected() {
    LittleBook::sound()
        .replacing(ALARM, "//@ panics\n", "")
        .replacing(ALARM, " //~ panic: fire", "")
        .is_rejected_when_checked(
            "demo/alarm",
            expect![[r#"
                listings/demo/src/bin/alarm.rs: exited with status 101, not 0; it had printed:
                    all is well
                  and to standard error:
                    thread 'main' (ID) panicked at src/main.rs:3:5:
                    fire in the kitchen
                    note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
                  help: fix the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
            "#]],
        );
}

#[test]
fn a_panic_of_a_thread_without_a_mark_is_rejected() {
    LittleBook::sound()
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    let _ = std::thread::spawn(|| panic!(\"burnt\")).join();\n",
        )
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs:4: panics where there is no mark: `burnt`
                  help: mark it: `//~ panic: part of the message`
            "#]],
        );
}

#[test]
fn two_panics_without_a_mark_are_rejected() {
    let threads = ["burnt", "raw"].map(|why| format!("    let _ = std::thread::spawn(|| panic!(\"{why}\")).join();\n"));
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", &("fn main() {\n".to_string() + &threads.concat()))
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs:4: panics where there is no mark: `burnt`
                  help: mark it: `//~ panic: part of the message`

                listings/demo/src/bin/greeting.rs:5: panics where there is no mark: `raw`
                  help: mark it: `//~ panic: part of the message`
            "#]],
        );
}

#[test]
fn a_panic_on_another_line_than_marked_is_rejected() {
    LittleBook::sound()
        .replacing(ALARM, " //~ panic: fire", "")
        .replacing(ALARM, "well\");", "well\"); //~ panic: fire")
        .is_rejected_when_checked(
            "demo/alarm",
            expect![[r#"
                listings/demo/src/bin/alarm.rs:5: no panic matches this mark: `fire`
                    thread 'main' (ID) panicked at src/main.rs:3:5:
                    fire in the kitchen
                    note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
                  help: move or correct the mark; standard error says where it panicked

                listings/demo/src/bin/alarm.rs:6: panics where there is no mark: `fire in the kitchen`
                  help: mark it: `//~ panic: part of the message`
            "#]],
        );
}

#[test]
fn a_panic_in_other_words_than_marked_is_rejected() {
    LittleBook::sound().replacing(ALARM, "//~ panic: fire", "//~ panic: flood").is_rejected_when_checked(
        "demo/alarm",
        expect![[r#"
            listings/demo/src/bin/alarm.rs:6: the mark says a panic with `flood`, but the program says: `fire in the kitchen`
              help: correct the mark or the listing
        "#]],
    );
}

#[test]
fn a_program_that_is_to_panic_and_does_not_is_rejected() {
    LittleBook::sound()
        .replacing(ALARM, "    panic!(\"fire in the kitchen\");", "    println!(\"still well\");")
        .is_rejected_when_checked(
            "demo/alarm",
            expect![[r#"
                listings/demo/src/bin/alarm.rs: exited with status 0, not 101; it had printed:
                    all is well
                    still well
                  help: fix the listing, or remove `//@ panics`
            "#]],
        );
}

#[test]
fn a_mark_that_no_panic_met_is_rejected() {
    LittleBook::sound().replacing(GREETING, "(\"hello\");", "(\"hello\"); //~ panic: fire").is_rejected_when_checked(
        "demo/greeting",
        expect![[r#"
            listings/demo/src/bin/greeting.rs:4: no panic matches this mark: `fire`
              help: remove the mark: nothing panicked
        "#]],
    );
}

#[test]
fn a_panic_in_a_later_run_is_rejected() {
    LittleBook::sound()
        .replacing(
            COIN,
            "    println",
            r#"    let ran = std::env::current_exe().unwrap().with_extension("ran");
    if ran.exists() {
        let _ = std::thread::spawn(|| panic!("on its edge")).join();
    }
    std::fs::write(ran, "").unwrap();
    println"#,
        )
        .is_rejected_when_checked(
            "demo/coin",
            expect![[r#"
                listings/demo/src/bin/coin.rs:11: panics where there is no mark: `on its edge`
                  help: mark it: `//~ panic: part of the message`
            "#]],
        );
}
