//! What a program does: that it builds, how it ends, and within what limits.

use crate::little_book::{GREETING, LittleBook};
use expect_test::expect;

#[test]
fn a_program_that_does_not_compile_is_rejected() {
    LittleBook::sound().replacing(GREETING, "\"hello\"", "hello").is_rejected_when_checked(
        "demo/greeting",
        expect![[r#"
            listings/demo/src/bin/greeting.rs: does not compile:
            error: format argument must be a string literal
             --> listings/demo/src/bin/greeting.rs:4:14
              |
            4 |     println!(hello);
              |              ^^^^^
              |
            help: you might be missing a string literal to format with
              |
            4 |     println!("{}", hello);
              |              +++++
              help: fix it; what must not compile belongs in fails/
        "#]],
    );
}

#[test]
fn a_program_with_a_warning_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "fn main() {\n", "fn main() {\n    let spare = 1;\n")
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs: compiles with a warning:
                warning: unused variable: `spare`
                 --> listings/demo/src/bin/greeting.rs:4:9
                  |
                4 |     let spare = 1;
                  |         ^^^^^ help: if this is intentional, prefix it with an underscore: `_spare`
                  |
                  = note: `#[warn(unused_variables)]` (part of `#[warn(unused)]`) on by default
                  help: fix it: a reader would be warned too
            "#]],
        );
}

#[test]
fn a_program_that_does_not_link_is_rejected() {
    let book = LittleBook::sound().replacing(
        GREETING,
        "fn main() {\n",
        "unsafe extern \"C\" {\n    safe fn nowhere();\n}\n\nfn main() {\n    nowhere();\n",
    );
    let told = book.checked("demo/greeting").to_string();
    // What follows is the linker's, and another on every machine.
    assert!(told.starts_with("listings/demo/src/bin/greeting.rs: does not compile:\nerror: linking with "), "{told}");
    assert!(told.contains("nowhere"), "{told}");
}

#[test]
fn a_book_that_cargo_cannot_build_is_rejected() {
    LittleBook::sound().replacing("Cargo.toml", "[profile.listing]", "[profile.other]").is_rejected_when_checked(
        "demo/greeting",
        expect![[r#"
            Cargo.toml: cargo cannot build it: error: profile `listing` is missing an `inherits` directive (`inherits` is required for all profiles except `dev` or `release`)
              help: run `cargo build --workspace` to see it in full
        "#]],
    );
}

#[test]
fn a_program_that_exits_with_another_status_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "farewell\n}", "farewell\n    eprintln!(\"no door\");\n    std::process::exit(3);\n}")
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs: exited with status 3, not 0; it had printed:
                    hello
                    goodbye
                  and to standard error:
                    no door
                  help: fix the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
            "#]],
        );
}

#[cfg(unix)]
#[test]
fn a_program_that_a_signal_ends_is_rejected() {
    LittleBook::sound()
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    if std::env::args().len() > 0 {\n        std::process::abort();\n    }\n",
        )
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs: was ended by a signal; it had printed nothing
                  help: fix the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
            "#]],
        );
}

#[test]
fn a_program_that_runs_beyond_its_limit_is_killed_with_all_its_children() {
    let book = LittleBook::sound().with(
        GREETING,
        r#"//! A greeting
//@ limit: 2s

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

const LOCK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../alive");

// ANCHOR: farewell
fn main() {
    // ANCHOR_END: farewell
    let lock = File::create(LOCK).unwrap();
    lock.lock_shared().unwrap();
    if std::env::args().count() == 1 {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.arg("child").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = child.spawn().unwrap();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut String::new()).unwrap();
        println!("my child waits");
        eprintln!("so do I");
        child.wait().unwrap();
    } else {
        println!("locked");
        std::thread::sleep(Duration::from_secs(300));
    }
}
"#,
    );
    book.is_rejected_when_checked(
        "demo/greeting",
        expect![[r#"
            listings/demo/src/bin/greeting.rs: was still running after 2 s and was killed; it had printed:
                my child waits
              and to standard error:
                so do I
              help: fix the listing, or say what it does: `//@ panics`, `//@ hangs`, `//@ limit: 20s`
        "#]],
    );
    // Parent and child each hold the lock for as long as they live.
    let lock = std::fs::File::open(book.root().join("alive")).unwrap();
    let (locked, alone) = std::sync::mpsc::channel();
    std::thread::spawn(move || locked.send(lock.lock()));
    alone.recv_timeout(std::time::Duration::from_secs(20)).expect("a process is left").unwrap();
}

#[test]
fn a_program_that_prints_without_end_is_rejected() {
    LittleBook::sound()
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    (0..).for_each(|_: u64| println!(\"over and over\"));\n",
        )
        .is_rejected_when_checked(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs: printed more than 1 MiB and was killed
                  help: fix the listing: nobody reads that much
            "#]],
        );
}

#[test]
fn a_program_that_is_to_hang_and_prints_without_end_is_rejected() {
    LittleBook::sound()
        .replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ hangs\n")
        .replacing(
            GREETING,
            "fn main() {\n",
            "fn main() {\n    (0..).for_each(|_: u64| println!(\"over and over\"));\n",
        )
        .is_rejected_when_blessed(
            "demo/greeting",
            expect![[r#"
                listings/demo/src/bin/greeting.rs: printed more than 1 MiB and was killed
                  help: fix the listing: nobody reads that much
            "#]],
        );
}
