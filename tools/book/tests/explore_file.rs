//! `cargo book explore` on a reader's own file, as a person uses it, in a folder that is no book.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use tempfile::TempDir;
use toolchain::tested::{left_behind, package, program};

/// A folder with files of a reader.
struct Desk {
    folder: PathBuf,
    /// Where it is outside of the repository, and of this test alone.
    _own: Option<TempDir>,
}

/// What a call printed, and its status.
struct Told {
    status: i32,
    out: String,
    err: String,
}

impl From<Output> for Told {
    fn from(output: Output) -> Told {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Told { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Desk {
    /// With one file, `shop.rs`.
    fn with(program: impl AsRef<[u8]>) -> Desk {
        let own = tempfile::tempdir().unwrap();
        let desk = Desk { folder: own.path().to_path_buf(), _own: Some(own) };
        desk.write("shop.rs", program);
        desk
    }

    /// With the two friends. It is the same one in each test, which builds once; so nothing else is written there.
    fn of_friends() -> &'static Desk {
        static DESK: LazyLock<Desk> = LazyLock::new(|| {
            let folder = left_behind("friends");
            std::fs::create_dir_all(&folder).unwrap();
            let desk = Desk { folder, _own: None };
            desk.write("shop.rs", FRIENDS);
            desk
        });
        &DESK
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        std::fs::write(self.file(file), text).unwrap();
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program("cargo-book"));
        command.current_dir(&self.folder).arg("explore").args(arguments).stdin(Stdio::null());
        command
    }

    fn explore(&self, arguments: &[&str]) -> Told {
        self.command(arguments).output().unwrap().into()
    }

    /// What is printed, where all is well.
    fn shown(&self, arguments: &[&str]) -> String {
        let told = self.explore(arguments);
        assert_eq!((told.status, told.err.as_str()), (0, ""), "{}", told.out);
        told.out
    }

    fn json(&self, arguments: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.shown(&[arguments, &["--json"]].concat())).unwrap()
    }

    /// What is said of what is refused. Nothing else is printed.
    fn refused(&self, arguments: &[&str]) -> String {
        let told = self.explore(arguments);
        assert_eq!((told.status, told.out.as_str()), (2, ""), "{}", told.err);
        told.err
    }
}

/// Two friends who take a ladder and a rope, each in another order.
const FRIENDS: &str = "#!/usr/bin/env run
#![deny(warnings)]
//! Two friends.
//@ panics
use crate::shed::take;
use std::sync::Mutex;
use std::thread;

mod shed {
    use super::*;
    pub fn take(first: &Mutex<u8>, second: &Mutex<u8>) {
        let mut one = first.lock().unwrap();
        let mut two = second.lock().unwrap();
        *one += 1;
        *two += 1;
    }
}

fn main() {
    let ladder = Mutex::new(0);
    let rope = Mutex::new(0);
    thread::scope(|scope| {
        let ann = scope.spawn(|| take(&ladder, &rope));
        take(&rope, &ladder);
        ann.join().unwrap();
    });
    println!(\"done\");
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_not_there() {
        missing();
    }
}
";

#[test]
fn a_file_is_explored_and_its_deadlock_explained() {
    let desk = Desk::of_friends();
    let out = desk.shown(&["shop.rs"]);
    for part in [
        "shop.rs: ",
        " schedules, 2 outcomes\n",
        "deadlock      nothing\n",
        "main returns  done\n",
        "ann holds `ladder` since line 12, and waits for `rope` at line 13, which main holds since line 12\n",
        "They wait in a ring, each for the next: ",
        "Outcome 2, one of its schedules:\n  1. main starts ann (line 23)\n",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let one = desk.shown(&["shop.rs", "--outcome", "1"]);
    assert!(one.ends_with("     main returns\n") && !one.starts_with("shop.rs"), "{one}");
    assert!(desk.refused(&["shop.rs", "--outcome", "3"]).contains("its outcomes are numbered from 1 to 2"));
    // Where nobody sits at a terminal, it is played line by line.
    for play in ["--play", "--play=lines"] {
        let out = desk.shown(&["shop.rs", play]);
        assert!(out.starts_with("   goal: outcome 2: deadlock, prints nothing\n   outcomes found: 0 of 2\n"), "{out}");
        assert!(out.contains(" 1 main starts ann (line 23)\n      23 | let ann = scope.spawn("), "{out}");
    }
    let names: Vec<_> = std::fs::read_dir(&desk.folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [OsStr::new("shop.rs")], "nothing is written beside it");
}

/// Who can get stuck in more ways than one: ann and bob, or bob and cleo.
const TWO_RINGS: &str = "use std::sync::Mutex;
use std::thread;

fn main() {
    let (ladder, rope, lamp) = (Mutex::new(0), Mutex::new(0), Mutex::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            let (_ladder, _rope) = (ladder.lock().unwrap(), rope.lock().unwrap());
        });
        scope.spawn(|| {
            let (_rope, _ladder, _lamp) = (rope.lock().unwrap(), ladder.lock().unwrap(), lamp.lock().unwrap());
        });
        let (_lamp, _rope) = (lamp.lock().unwrap(), rope.lock().unwrap());
    });
}
";

#[test]
fn each_way_to_get_stuck_is_explained() {
    let desk = Desk::with(TWO_RINGS);
    let out = desk.shown(&["shop.rs"]);
    let rings = [
        "They wait in a ring, each for the next: thread of line 7, thread of line 10, and thread of line 7 again\n",
        "They wait in a ring, each for the next: main, thread of line 10, and main again\n",
    ];
    for part in rings.into_iter().chain(["   Or so, where the turns are main × 3, "]) {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let found = desk.json(&["shop.rs"]);
    let stuck = found["outcomes"].as_array().unwrap().iter().find(|it| it["ends"]["kind"] == "deadlock").unwrap();
    let others = stuck["others"].as_array().unwrap();
    assert!(!others.is_empty() && others.iter().all(|other| other["why"] != stuck["why"]), "{stuck}");
    let page = desk.file("page.html");
    desk.shown(&["shop.rs", "--html", page.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&page).unwrap().contains("Or so, where the turns are main × 3, "));
}

#[test]
fn what_is_denied_has_a_status_of_its_own_and_its_schedule() {
    let desk = Desk::of_friends();
    let denied = desk.explore(&["shop.rs", "--deny", "deadlock,panic,several"]);
    assert_eq!(denied.status, 1, "{}", denied.err);
    assert!(denied.out.contains("2 outcomes"), "{}", denied.out);
    assert!(denied.err.contains("ends in a deadlock\n  schedule: main"), "{}", denied.err);
    assert!(denied.err.contains("is not the only one: there are 2"), "{}", denied.err);
    assert!(!denied.err.contains("panic"), "{}", denied.err);
    assert_eq!(desk.explore(&["shop.rs", "--deny", "panic"]).status, 0);
    assert_eq!(desk.explore(&["shop.rs", "--deny", "nonsense"]).status, 2);
}

#[test]
fn a_panic_that_nobody_asks_about_is_denied_with_its_line() {
    let desk = Desk::with(
        "use std::thread;\n\nfn main() {\n    let ann = thread::spawn(|| panic!(\"no <bread>\"));\n    println!(\"{}\", \
         ann.join().is_err());\n}\n",
    );
    let denied = desk.explore(&["shop.rs", "--deny", "panic"]);
    assert_eq!(denied.status, 1, "{}", denied.err);
    assert!(denied.out.contains("ann panics at line 4: no <bread>\n"), "{}", denied.out);
}

#[test]
fn a_page_is_whole_and_nothing_else_is_written_over() {
    let desk = Desk::of_friends();
    let pages = Desk::with("");
    let (page, notes) = (pages.file("page.html"), pages.file("notes.html"));
    let write = |to: &Path| desk.shown(&["shop.rs", "--html", to.to_str().unwrap()]);
    assert_eq!(write(&page), format!("{}\n", page.display()));
    let text = std::fs::read_to_string(&page).unwrap();
    for part in ["<title>shop.rs", "id=\"program-L1\"", "<svg", "Be the scheduler", "since line 12", "#!/usr/bin/env"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains(package().to_str().unwrap()) && !text.contains("src=\""));
    write(&page);
    pages.write("notes.html", "my notes");
    assert!(desk.refused(&["shop.rs", "--html", notes.to_str().unwrap()]).contains("--force"));
    assert_eq!(std::fs::read_to_string(&notes).unwrap(), "my notes");
    desk.shown(&["shop.rs", "--html", notes.to_str().unwrap(), "--force"]);
    assert_eq!(std::fs::read_to_string(&notes).unwrap(), text);
}

#[test]
fn the_json_has_the_fields_that_the_help_names() {
    let desk = Desk::of_friends();
    let found = desk.json(&["shop.rs"]);
    let help = desk.shown(&["--help"]);
    let fields = found.as_object().unwrap().keys().chain(found["outcomes"][0].as_object().unwrap().keys());
    for field in fields {
        assert!(help.contains(field.as_str()), "{field}");
    }
    assert_eq!((&found["format"], &found["program"]), (&1.into(), &"shop.rs".into()));
    let deadlock = &found["outcomes"][1];
    assert_eq!((&deadlock["ends"]["kind"], &deadlock["needs"]), (&"deadlock".into(), &serde_json::json!([])));
}

/// A store behind a release fence, and a load that acquires what it carries.
const FENCED: &str = r#"use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

static PRICE: AtomicU32 = AtomicU32::new(0);
static OPEN: AtomicBool = AtomicBool::new(false);

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            PRICE.store(4, Ordering::Relaxed);
            fence(Ordering::Release);
            OPEN.store(true, Ordering::Relaxed);
        });
        if OPEN.load(Ordering::Acquire) {
            println!("{}", PRICE.load(Ordering::Relaxed));
        }
    });
}
"#;

#[test]
fn a_step_that_acquires_names_the_fence_that_has_released() {
    let desk = Desk::with(FENCED);
    let found = desk.json(&["shop.rs"]);
    let prints = found["outcomes"].as_array().unwrap().iter().find(|outcome| outcome["prints"] == "4\n").unwrap();
    let [acquires, releases] = ["acquires", "releases"].map(|end| prints["synchronises"][0][end].as_u64().unwrap());
    let step = |place: u64| &found["steps"][prints["steps"][place as usize].as_u64().unwrap() as usize];
    assert_eq!((step(acquires)["line"].as_u64(), step(releases)["line"].as_u64()), (Some(14), Some(11)));
    assert_eq!(step(acquires)["acquires"]["line"], 11);
    let told = desk.shown(&["shop.rs", "--outcome", &prints["number"].to_string()]);
    let words =
        format!("main reads `OPEN` (line 14), and acquires what thread of line 9 released in step {}", releases + 1);
    assert!(told.contains(&words), "{told}");
}

/// Someone waits without looking again.
const WAKES: &str = r#"use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let (ready, told) = (Mutex::new(false), Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut ready = ready.lock().unwrap();
            if !*ready {
                ready = told.wait(ready).unwrap();
            }
            println!("ready: {ready}");
        });
        *ready.lock().unwrap() = true;
        told.notify_one();
    });
}
"#;

#[test]
fn an_outcome_that_std_permits_is_told_with_what_it_needs() {
    let desk = Desk::with(WAKES);
    let out = desk.shown(&["shop.rs"]);
    assert!(out.starts_with("shop.rs: 6 schedules, 1 outcome\n"), "{out}");
    let (_, permitted) = out.split_once("The standard library permits these too").unwrap();
    let row = "  2             main returns  ready: false\n                                  only if `wait` returns \
               without a reason\n";
    assert!(permitted.contains(row), "{out}");
    let one = desk.shown(&["shop.rs", "--outcome", "2"]);
    assert!(one.contains("wakes up at `told` without a reason (line 10)\n"), "{one}");
    let found = desk.json(&["shop.rs"]);
    assert_eq!(found["extent"]["with_all_choices"], true);
    let [usual, rare] = &found["outcomes"].as_array().unwrap()[..] else { panic!("{found}") };
    assert_eq!((&usual["schedules"], &usual["needs"]), (&"6".into(), &serde_json::json!([])));
    assert!(rare["schedules"].is_null(), "{rare}");
    assert_eq!(rare["needs"], serde_json::json!(["`wait` returns without a reason"]));
    let denied = desk.explore(&["shop.rs", "--deny", "several"]);
    assert_eq!(denied.status, 1);
    assert!(denied.err.contains("there are 2, only if `wait` returns without a reason\n"), "{}", denied.err);
    let page = desk.file("page.html");
    desk.shown(&["shop.rs", "--html", page.to_str().unwrap()]);
    let page = std::fs::read_to_string(page).unwrap();
    for part in [
        "schedules-permitted",
        "only if <code>wait</code> returns without a reason",
        "\"choices\":[[\"library\",\"`wait` returns without a reason\"]",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

/// Two who take turns for ever.
const POLITE: &str = r#"use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static TURN: AtomicBool = AtomicBool::new(false);

fn main() {
    let other = thread::spawn(|| {
        loop {
            while !TURN.load(SeqCst) {
                thread::yield_now();
            }
            TURN.store(false, SeqCst);
        }
    });
    loop {
        while TURN.load(SeqCst) {
            thread::yield_now();
        }
        if other.is_finished() {
            break;
        }
        TURN.store(true, SeqCst);
    }
}
"#;

#[test]
fn threads_that_go_round_together_are_in_a_livelock_and_there_is_no_end_of_schedules() {
    let desk = Desk::with(POLITE);
    let out = desk.shown(&["shop.rs"]);
    let first = "shop.rs: 1 outcome. There is no end of schedules, as main and other can go round together.\n";
    assert!(out.starts_with(first), "{out}");
    assert!(out.contains("other comes back to lines 9, 10 and 12, again and again\n"), "{out}");
    let found = desk.json(&["shop.rs"]);
    assert_eq!(
        (&found["schedules"], &found["outcomes"][0]["ends"]["kind"]),
        (&serde_json::Value::Null, &"livelock".into())
    );
    assert_eq!(desk.explore(&["shop.rs", "--deny", "deadlock"]).status, 0);
    let denied = desk.explore(&["shop.rs", "--deny", "livelock"]);
    assert!(denied.status == 1 && denied.err.contains("outcome 1 ends in a livelock\n"), "{}", denied.err);
}

/// Someone counts how often it is woken, also without a reason; of that there is no end.
const COUNTS: &str = r#"use std::sync::{Condvar, Mutex};
use std::thread;

fn main() {
    let (ready, told) = (Mutex::new(false), Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut wakes = 0;
            let mut ready = ready.lock().unwrap();
            while !*ready {
                ready = told.wait(ready).unwrap();
                wakes += 1;
            }
            println!("woken: {}", wakes > 5);
        });
        *ready.lock().unwrap() = true;
        told.notify_one();
    });
}
"#;

#[test]
fn what_is_cut_off_is_said_and_is_no_proof() {
    let desk = Desk::with(COUNTS);
    let out = desk.shown(&["shop.rs"]);
    assert!(out.starts_with("shop.rs: 6 schedules, 1 outcome\n"), "{out}");
    assert!(
        out.contains("\nOf what the standard library permits beyond its usual ways not everything was tried"),
        "{out}"
    );
    assert_eq!(desk.json(&["shop.rs"])["extent"]["with_all_choices"], false);
    let denied = desk.explore(&["shop.rs", "--deny", "deadlock"]);
    assert!(denied.status == 0 && denied.err.contains("this is no proof"), "{}", denied.err);
}

#[test]
fn the_compiler_s_errors_have_the_reader_s_path_and_lines() {
    let desk = Desk::with("");
    std::fs::create_dir(desk.file("my work")).unwrap();
    desk.write(
        "my work/my program-2.rs",
        "#![warn(missing_docs)]\r\n\r\nfn main() {\r\n    let x: u8 = \"a\";\r\n}\r\n",
    );
    let told = desk.refused(&["my work/my program-2.rs"]);
    assert!(told.starts_with("error[E0308]: mismatched types\n"), "{told}");
    assert!(told.contains(&format!("--> {}:4:17\n", "my work/my program-2.rs")), "{told}");
    assert!(!told.contains("warning") && !told.contains("explored") && !told.contains('\u{1b}'), "{told}");
}

#[test]
fn what_is_refused_has_its_line_and_what_to_do() {
    let desk = Desk::with("");
    let refused = |program: &str| {
        desk.write("shop.rs", program);
        desk.refused(&["shop.rs"])
    };
    assert!(refused("pub fn shop() {}\n").starts_with("shop.rs: has no `main`"));
    let clock = refused("fn main() {\n    std::time::SystemTime::now();\n}\n");
    assert!(clock.starts_with("shop.rs:2: ") && clock.contains("reads a clock") && !clock.contains("E04"), "{clock}");
    let other = refused("fn main() {\n    std::thread::sleep_ms(1);\n}\n");
    assert!(other.contains("not with the model of std") && other.contains("--> shop.rs:2:18"), "{other}");
    let address = "fn main() {\n    let it = Box::new(5);\n    print!(\"{}\", &raw const *it as usize % 65_536);\n}\n";
    assert!(refused(address).contains("something in it depends on an address"));
    let foreign = refused("fn main() {\n    unsafe extern \"C\" {}\n}\n");
    assert!(foreign.starts_with("shop.rs:2: ") && foreign.contains("\n  help: "), "{foreign}");
    assert!(!foreign.contains("//@"), "{foreign}");
    desk.write("other.rs", "pub fn f() {}\n");
    assert!(refused("fn main() {\n    other::f();\n}\nmod other;\n").starts_with("shop.rs:4: needs another file"));
    let two = "use std::thread;\nfn main() {\n    let ann = thread::spawn(|| print!(\"a\"));\n    print!(\"b\");\n    \
               ann.join().unwrap();\n}\n";
    desk.write("two.rs", two);
    assert!(desk.refused(&["two.rs", "--states", "2"]).contains("--sample 10000"));
    assert!(desk.refused(&["missing.rs"]).starts_with("missing.rs: cannot read this file"));
    assert!(desk.refused(&["two.rs", "--states", "2", "--sample", "3"]).contains("cannot be used with"));
    let deep =
        refused("fn deep(n: u64) -> u64 {\n    1 + deep(n + 1)\n}\nfn main() {\n    println!(\"{}\", deep(0));\n}\n");
    assert!(deep.contains("it overflows a stack"), "{deep}");
    desk.write("bytes.rs", [0xff, 0xfe]);
    assert!(desk.refused(&["bytes.rs"]).contains("save it as text in UTF-8"));
}

#[test]
fn what_is_compiled_for_tests_alone_is_no_part_of_the_program() {
    let test = "#[cfg(test)]\nmod tests {\n    use std::fs;\n    #[test]\n    fn reads() {\n        \
                fs::read(\"a\").unwrap();\n    }\n}\n#[test]\nfn clock() {\n    std::time::Instant::now();\n}\n";
    let desk = Desk::with(format!("fn main() {{\n    println!(\"open\");\n}}\n{test}"));
    assert_eq!(desk.json(&["shop.rs"])["outcomes"][0]["prints"], "open\n");
}

#[test]
fn a_program_that_counts_for_what_there_is_no_bound_is_said_to_be_bounded() {
    let counts = "use std::sync::{Condvar, Mutex};\nuse std::thread;\nfn main() {\n    let (open, bell) = \
                  (Mutex::new(false), Condvar::new());\n    let mut woken = 0;\n    thread::scope(|scope| {\n        \
                  scope.spawn(|| *open.lock().unwrap() = true);\n        let mut is_open = open.lock().unwrap();\n        \
                  while !*is_open {\n            is_open = bell.wait(is_open).unwrap();\n            woken += 1;\n        \
                  }\n    });\n    println!(\"{woken}\");\n}\n";
    let desk = Desk::with(counts);
    let found = desk.json(&["shop.rs"]);
    let outcomes = found["outcomes"].as_array().unwrap();
    assert!((3..30).contains(&outcomes.len()), "{}", outcomes.len());
    assert!(desk.shown(&["shop.rs"]).contains("not everything was tried, so against that this is no proof"));
}

/// Each of two threads loads one atomic and then stores in the other one: with these orders for ann's load, main's load and
/// main's store.
fn letters(of_ann: &str, of_main: &str, stored: &str) -> String {
    format!(
        "use std::sync::atomic::{{AtomicBool, Ordering::*}};
use std::thread;

static ANN: AtomicBool = AtomicBool::new(false);
static BOB: AtomicBool = AtomicBool::new(false);

fn main() {{
    let ann = thread::spawn(|| {{
        let found = BOB.load({of_ann});
        ANN.store(true, Relaxed);
        found
    }});
    let found = ANN.load({of_main});
    BOB.store(true, {stored});
    println!(\"{{}}\", ann.join().unwrap() && found);
}}
"
    )
}

#[test]
fn load_buffering_is_not_explored_and_that_is_said_where_a_program_has_the_shape_of_it() {
    let sides = "load buffering. main loads `ANN` on line 13 and then stores in `BOB` on line 14; and ann loads `BOB` on \
                 line 9 and then stores in `ANN` on line 10.";
    // What one of the two releases and the other one acquires forbids it. Halves of the pair do not.
    for (of_ann, of_main) in [("Relaxed", "Relaxed"), ("Acquire", "Relaxed"), ("Acquire", "Acquire")] {
        let told = Desk::with(letters(of_ann, of_main, "Relaxed")).explore(&["shop.rs"]);
        assert!(told.out.contains(sides), "{of_ann}, {of_main}: {}", told.out);
    }
    for of_main in ["Relaxed", "Acquire"] {
        let told = Desk::with(letters("Acquire", of_main, "Release")).explore(&["shop.rs"]);
        assert!(told.status == 0 && !told.out.contains("load buffering"), "{of_main}: {}", told.out);
    }
    let told = Desk::with(letters("Relaxed", "Acquire", "Release")).explore(&["shop.rs"]);
    assert!(told.out.contains("load buffering. ann loads"), "ann loads relaxed what main releases: {}", told.out);
}

/// A letter that comes too late is read by nobody, and freed by nobody.
#[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
const LETTER: &str = "use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static SLOT: AtomicPtr<u64> = AtomicPtr::new(std::ptr::null_mut());

fn main() {
    let ann = thread::spawn(|| {
        let letter = Box::into_raw(Box::new(7));
        let none = std::ptr::null_mut();
        if SLOT.compare_exchange(none, letter, Ordering::AcqRel, Ordering::Acquire).is_err() {
            println!(\"late\");
        }
    });
    let letter = SLOT.swap(std::ptr::without_provenance_mut(1), Ordering::AcqRel);
    ann.join().unwrap();
    if !letter.is_null() {
        println!(\"{}\", unsafe { *Box::from_raw(letter) });
    }
}
";

#[test]
#[cfg(all(target_arch = "x86_64", target_os = "linux", target_env = "gnu"))]
fn what_is_never_freed_is_told_with_its_line_and_denied_with_a_schedule() {
    let desk = Desk::with(LETTER);
    let told = desk.explore(&["shop.rs", "--deny", "leak"]);
    assert_eq!(told.status, 1, "{}", told.err);
    let leak = "8 bytes allocated on line 8";
    assert!(told.out.contains(&format!("\n\nNever freed: {leak}, in every schedule of outcome ")), "{}", told.out);
    assert!(told.err.contains(&format!("never frees {leak}\n  schedule: main")), "{}", told.err);
    let found: serde_json::Value = serde_json::from_str(&desk.shown(&["shop.rs", "--json"])).unwrap();
    for outcome in found["outcomes"].as_array().unwrap() {
        let expected = match outcome["prints"].as_str() {
            Some("late\n") => serde_json::json!([
                { "line": 8, "bytes": 8, "blocks": 1, "schedule": null, "steps": null }
            ]),
            _ => serde_json::json!([]),
        };
        assert_eq!(outcome["leaks"], expected);
    }
    // Where only some schedules of an outcome leak, one of them is told.
    let desk = Desk::with(
        LETTER
            .replace("println!(\"late\");", "thread::yield_now();")
            .replace("println!(\"{}\", unsafe { *Box", "drop(unsafe { Box"),
    );
    let told = desk.explore(&["shop.rs", "--deny", "leak,race"]);
    assert!(
        told.out.contains(&format!("Never freed: {leak}, in some schedules of the outcome, for example main")),
        "{}",
        told.out
    );
    let either = [
        format!("   Another one never frees {leak}:\n  1. main "),
        format!("     Never freed: {leak}; other schedules free it\n"),
    ];
    assert!(either.iter().any(|words| told.out.contains(words)), "{}", told.out);
    assert!(
        told.err.starts_with(&format!("denied: outcome 1 never frees {leak}, in some of its schedules\n")),
        "{}",
        told.err
    );
    let freed = LETTER.replace("println!(\"late\");", "drop(unsafe { Box::from_raw(letter) });");
    assert_eq!(Desk::with(freed).explore(&["shop.rs", "--deny", "leak"]).status, 0);
}

#[test]
fn a_sample_says_that_no_old_value_was_read_where_one_could_be() {
    let told = Desk::with(letters("Relaxed", "Relaxed", "Relaxed")).explore(&["shop.rs", "--sample", "50"]);
    assert!(told.out.contains("each load reading what was written last, though memory permits more"), "{}", told.out);
    let told = Desk::with(letters("SeqCst", "SeqCst", "SeqCst").replace("Relaxed", "SeqCst"))
        .explore(&["shop.rs", "--sample", "50"]);
    assert!(told.status == 0 && !told.out.contains("though memory permits more"), "{}", told.out);
}

#[test]
fn a_sample_has_the_seed_that_is_asked_for() {
    let desk = Desk::of_friends();
    let out = desk.shown(&["shop.rs", "--sample", "200", "--seed", "7"]);
    assert!(out.contains("200 schedules tried") && out.contains("seed 7)"), "{out}");
    let denied = desk.explore(&["shop.rs", "--sample", "1", "--deny", "panic"]);
    assert!(denied.status == 0 && denied.err.contains("this is no proof"), "{}", denied.err);
}

#[test]
fn what_main_returns_is_the_status() {
    let desk = Desk::with("");
    let ends = |program: &str| {
        desk.write("shop.rs", program);
        desk.json(&["shop.rs"])["outcomes"][0]["ends"].clone()
    };
    let exits = |status: i32| serde_json::json!({ "kind": "exited", "status": status });
    let error =
        "use std::error::Error;\nfn main() -> Result<(), Box<dyn Error>> {\n    \"a\".parse::<u8>()?;\n    Ok(())\n}";
    assert_eq!(ends(error), exits(1));
    assert_eq!(ends(&error.replace("\"a\"", "\"1\"")), serde_json::json!({ "kind": "returned" }));
    assert_eq!(ends("use std::process::ExitCode;\nfn main() -> ExitCode { ExitCode::from(7) } // the end"), exits(7));
    assert_eq!(ends("fn main() -> ! { std::process::exit(3) }\n"), exits(3));
}

#[test]
fn the_edition_is_2024_if_nobody_says() {
    let desk = Desk::with("\u{feff}fn main() {\r\n    let gen = 2;\r\n    println!(\"{gen} {}\", file!());\r\n}\r\n");
    assert!(desk.refused(&["shop.rs"]).contains("shop.rs:2:9"));
    for older in ["2015", "2018", "2021"] {
        let found = desk.json(&["shop.rs", "--edition", older]);
        assert_eq!((&found["outcomes"][0]["prints"], &found["steps"][0]["line"]), (&"2 shop.rs\n".into(), &3.into()));
    }
    // Only the first one has this name for a variable.
    desk.write("shop.rs", "use std::sync::Mutex;\nfn main() {\n    let async = Mutex::new(1);\n    println!(\"{:?}\", ::std::thread::spawn(move || *async.lock().unwrap()).join());\n}\n");
    assert!(desk.refused(&["shop.rs", "--edition", "2018"]).contains("shop.rs:3:9"));
    assert_eq!(desk.json(&["shop.rs", "--edition", "2015"])["outcomes"][0]["prints"], "Ok(1)\n");
}

#[test]
fn two_at_once_do_not_disturb_each_other() {
    let desk = Desk::with(FRIENDS);
    desk.write("other.rs", "fn main() {\n    println!(\"other\");\n}\n");
    let files = ["shop.rs", "other.rs", "shop.rs", "other.rs"];
    let start = |file: &str| desk.command(&[file]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let children: Vec<_> = files.iter().map(|file| start(file)).collect();
    for (file, child) in files.iter().zip(children) {
        let told = Told::from(child.wait_with_output().unwrap());
        assert_eq!((told.status, told.err.as_str()), (0, ""));
        assert!(told.out.starts_with(&format!("{file}: ")) && told.out.contains("main returns"), "{}", told.out);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_will_do() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::with("fn main() {\n    println!(\"read only\");\n}\n");
    let mode = |mode| std::fs::set_permissions(&desk.folder, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let out = desk.shown(&["shop.rs"]);
    mode(0o755);
    assert!(out.contains("read only"), "{out}");
}

/// A copy of a listing, with its header or without, comes to what the listing comes to, under as many schedules.
#[test]
fn a_copy_of_a_listing_has_the_listing_s_result() {
    let root = package().join("../..");
    let catalog = catalog::Catalog::load(&root).unwrap();
    let listings =
        ["ladder-and-rope", "transfer-left-halfway", "readings-and-the-original-dropped", "each-number-drawn-once"];
    let explored = catalog.listings.values().filter(|listing| listings.contains(&listing.id.name.as_str()));
    let desk = Desk::with("");
    std::fs::create_dir(desk.file("src")).unwrap();
    let mut compared = 0;
    for listing in explored {
        assert!(listing.schedules.is_some(), "{} is explored", listing.id);
        let (evidence, _) = catalog.evidence(listing);
        let known = catalog::Schedules::parse(evidence.text(catalog::EvidenceKind::Schedules)).unwrap();
        // The file of a download is the first; what a reader copies from the page is the second.
        let copies = [listing.source.clone(), listing.shown.text()];
        let of_page = usize::from(listing.id.name == listings[0]);
        for copy in copies.into_iter().take(1 + of_page) {
            desk.write("src/main.rs", copy);
            let found = desk.json(&["src/main.rs"]);
            assert_eq!(found["schedules"].as_str(), known.count().as_deref(), "{}", listing.id);
            let outcome = |outcome: &serde_json::Value| {
                let text = |field: &str| outcome[field].as_str().unwrap().to_string();
                (text("prints"), Some(text("schedules")))
            };
            let all: Vec<_> = found["outcomes"].as_array().unwrap().iter().map(outcome).collect();
            let expected: Vec<_> = known.outcomes.iter().map(|it| (it.prints.clone(), it.schedules.clone())).collect();
            assert_eq!(all, expected, "{}", listing.id);
            compared += 1;
        }
    }
    assert_eq!(compared, listings.len() + 1);
}

#[test]
fn a_listing_is_still_known_by_its_name() {
    let root = package().join("../..");
    let explore = |arguments: &[&str]| {
        let mut command = Command::new(program("cargo-book"));
        Told::from(command.current_dir(&root).arg("explore").args(arguments).output().unwrap())
    };
    let told = explore(&["ladder-and-rope", "--deny", "several"]);
    assert!(told.status == 1 && told.out.contains("/ladder-and-rope: "), "{}", told.err);
    assert_eq!(explore(&["ladder-and-rope", "--states", "9"]).status, 2);
    assert!(explore(&["no-such-listing"]).err.contains("a file of your own ends in `.rs`"));
}
