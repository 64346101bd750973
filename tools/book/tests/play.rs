//! `cargo book explore NAME --play` at a terminal: the screen is built, and the program is played on it. Where nothing makes
//! a terminal, its tests are reported as ignored.

use std::io::Write;
use std::process::{Command, ExitCode, Stdio};
use toolchain::tested;
use trials::{Asked, Trial};

fn main() -> ExitCode {
    let version = Command::new("script").arg("--version").output();
    let missing = !version.is_ok_and(|told| String::from_utf8_lossy(&told.stdout).contains("util-linux"));
    if missing {
        eprintln!("What needs a terminal is ignored: there is no `script` of util-linux here, which makes one");
    }
    let trial = |name: &str, test: fn()| {
        let test = move || {
            test();
            Ok(())
        };
        Trial::test(name, test).with_ignored_flag(missing)
    };
    let trials = vec![
        trial("at_a_terminal_a_listing_is_played_on_the_screen", on_the_screen),
        trial("a_terminal_that_can_do_no_more_and_one_that_is_asked_to_have_lines", by_lines),
    ];
    Asked::by_the_command_line().run(trials).exit_code()
}

/// What is written to a terminal of 80 columns and 24 rows, in which these keys are pressed.
fn played(arguments: &str, terminal: &str, keys: &str) -> String {
    let book = tested::program("cargo-book");
    let line = format!("stty rows 24 columns 80; '{}' explore {arguments}; echo it ended by $?", book.display());
    let mut script = Command::new("script")
        .args(["--quiet", "--command", &line, "/dev/null"])
        .current_dir(tested::package().join("../.."))
        .env("TERM", terminal)
        .env("SHELL", "/bin/sh")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // They wait for anyone who reads them.
    script.stdin.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    let output = script.wait_with_output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn on_the_screen() {
    // Lines would end with the second `q`.
    let seen = played("ladder-and-rope --play", "xterm", "1123q\nq\n");
    let (_, screen) = seen.split_once("\u{1b}[?1049h").unwrap_or_else(|| panic!("there is no screen\n{seen}"));
    assert!(screen.contains("goal."), "{screen}");
    assert!(screen.ends_with("it ended by 0\r\n"), "{screen}");
}

fn by_lines() {
    for (arguments, terminal) in [("ladder-and-rope --play", "dumb"), ("ladder-and-rope --play=lines", "xterm")] {
        let seen = played(arguments, terminal, "1\nq\n");
        assert!(!seen.contains("\u{1b}[?1049h"), "{seen}");
        assert!(seen.contains("   main starts ida (line 8)\r\n") && seen.ends_with("it ended by 0\r\n"), "{seen}");
    }
}
