//! The program itself, in a pseudo-terminal that `script` makes. Where there is none, its tests are reported as ignored.

mod common;

use common::program;
use scheduler::Program;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};
use toolchain::tested;
use trials::{Asked, Trial};

fn main() -> ExitCode {
    let version = Command::new("script").arg("--version").output();
    let missing = !version.is_ok_and(|told| String::from_utf8_lossy(&told.stdout).contains("util-linux"));
    if missing {
        eprintln!("What needs a terminal is ignored: there is no `script` of util-linux here, which makes one");
    }
    let in_a_terminal: [(&str, fn()); 3] = [
        ("a_game_is_played_by_keys_and_the_terminal_is_given_back", a_game_is_played),
        ("control_c_gives_the_terminal_back", control_c),
        ("a_panic_gives_the_terminal_back", a_panic),
    ];
    let trial = |name: &str, test: fn()| {
        Trial::test(name, move || {
            test();
            Ok(())
        })
    };
    let mut trials: Vec<Trial> =
        in_a_terminal.into_iter().map(|(name, test)| trial(name, test).with_ignored_flag(missing)).collect();
    trials.push(trial("what_is_no_program_is_refused_before_the_terminal_is_touched", what_is_no_program));
    Asked::by_the_command_line().run(trials).exit_code()
}

/// The program in a terminal of 80 columns and 24 rows, and after it a line that says how the terminal is left.
struct Terminal {
    script: Child,
    keys: ChildStdin,
    screen: ChildStdout,
    /// All that has been written to the terminal.
    seen: String,
    /// Up to where what was waited for has been found in it.
    at: usize,
}

impl Drop for Terminal {
    /// Anyone who fails leaves nobody waiting for keys.
    fn drop(&mut self) {
        let _ = self.script.kill();
        let _ = self.script.wait();
    }
}

impl Terminal {
    fn playing(file: &Path) -> Terminal {
        let line = format!(
            "stty rows 24 columns 80; '{}' '{}'; echo it ended by $?; stty -a; echo done",
            tested::program("play").display(),
            file.display()
        );
        let mut script = Command::new("script")
            .args(["--quiet", "--command", &line, "/dev/null"])
            .env("TERM", "xterm")
            .env("SHELL", "/bin/sh")
            .env("RUST_BACKTRACE", "0")
            .env_remove("NO_COLOR")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let keys = script.stdin.take().expect("it has been piped");
        let screen = script.stdout.take().expect("it has been piped");
        Terminal { script, keys, screen, seen: String::new(), at: 0 }
    }

    /// Reads until this is on the screen.
    fn wait_for(&mut self, text: &str) {
        let mut part = [0; 4096];
        loop {
            if let Some(place) = self.seen[self.at..].find(text) {
                self.at += place + text.len();
                return;
            }
            let read = self.screen.read(&mut part).unwrap_or_default();
            assert!(read > 0, "`{text}` never comes\n{:?}", self.seen);
            self.seen += &String::from_utf8_lossy(&part[..read]);
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// The terminal is as it was: the other screen is left, the cursor is seen, and lines are read and echoed again.
    fn expect_given_back(mut self, status: i32) {
        self.wait_for("done\r\n");
        let (before, after) = self.seen.rsplit_once("\u{1b}[?1049l").expect("the other screen is left");
        assert!(before.contains("\u{1b}[?1049h") && self.seen.contains("\u{1b}[?25h"), "{:?}", self.seen);
        assert!(after.contains(&format!("it ended by {status}")), "{after:?}");
        for mode in ["icanon", "echo", "isig"] {
            assert!(after.split_whitespace().any(|word| word == mode), "{mode}: {after}");
        }
    }
}

fn written(program: &Program) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.json");
    program.write(&file).unwrap();
    (folder, file)
}

fn a_game_is_played() {
    let (_folder, file) = written(&program("guarantees/ladder-and-rope"));
    let mut terminal = Terminal::playing(&file);
    terminal.wait_for("outcomes");
    // Of what is drawn again, only what has changed is written.
    terminal.press("1123q");
    terminal.wait_for("goal.");
    terminal.expect_given_back(0);
}

fn control_c() {
    let (_folder, file) = written(&program("guarantees/ladder-and-rope"));
    let mut terminal = Terminal::playing(&file);
    terminal.wait_for("outcomes");
    terminal.press("\u{3}");
    terminal.expect_given_back(0);
}

fn a_panic() {
    let mut program = program("guarantees/ladder-and-rope");
    // After the first turn, something is held that is not there.
    let after = program.found.states[0].0[0].1.unwrap();
    program.found.states[after].3.push(9999);
    let (_folder, file) = written(&program);
    let mut terminal = Terminal::playing(&file);
    terminal.wait_for("outcomes");
    terminal.press("1");
    terminal.expect_given_back(101);
}

fn what_is_no_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("program.json");
    std::fs::write(&file, "{}").unwrap();
    let told = Command::new(tested::program("play")).arg(&file).output().unwrap();
    assert!(!told.status.success() && told.stdout.is_empty());
    let error = String::from_utf8_lossy(&told.stderr);
    assert!(error.starts_with(&format!("{}: is not an explored program\n  help: ", file.display())), "{error}");
}
