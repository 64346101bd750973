//! Listings of a part whose package depends on crates of its own.

use crate::little_book::{LENT, LittleBook, MANIFEST, MOVED, id};
use expect_test::expect;
use std::fs;
use tempfile::TempDir;

/// A crate in a folder of its own, with a type that is not `Send`.
fn kitchen() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    let manifest = "[package]\nname = \"old-kitchen\"\nversion = \"1.2.3\"\nedition = \"2024\"\n";
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    let code = "use std::rc::Rc;\n\npub struct Pot(Rc<&'static str>);\n\npub const PLACE: &str = file!();\n\nimpl Pot {\n    pub fn of(label: &'static str) -> Pot {\n        \
                Pot(Rc::new(label))\n    }\n\n    pub fn label(&self) -> &str {\n        &self.0\n    }\n}\n";
    fs::write(folder.path().join("src/lib.rs"), code).unwrap();
    folder
}

/// A book whose part depends on that crate, and on a macro that is a program.
fn with(kitchen: &TempDir) -> LittleBook {
    let program = "//! A pot\n\nfn main() {\n    let pot = kitchen::Pot::of(labels::label!());\n    \
                   println!(\"{}\", pot.label());\n    eprintln!(\"by {}\", kitchen::PLACE);\n}\n";
    let stolen = "//! A pot given away\n//!\n//! If this compiled, two threads would count the pot's owners at once.\n\
                  //@ fixed-by: demo/lent\n\nfn main() {\n    let pot = kitchen::Pot::of(labels::label!());\n    \
                  std::thread::spawn(move || println!(\"{}\", pot.label())); //~ E0277: cannot be sent between threads\n}\n";
    let path = kitchen.path().display().to_string();
    let dependencies = format!(
        "\n[dependencies]\nkitchen = {{ package = \"old-kitchen\", path = {path:?} }}\n\
         labels = {{ path = \"../../labels\" }}\n"
    );
    let manifest =
        "[package]\nname = \"labels\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[lib]\nproc-macro = true\n";
    let labels = "use proc_macro::TokenStream;\n\n#[proc_macro]\npub fn label(_: TokenStream) -> TokenStream {\n    \
                  \"\\\"leek\\\"\".parse().unwrap()\n}\n";
    LittleBook::sound()
        .with("labels/Cargo.toml", manifest)
        .with("labels/src/lib.rs", labels)
        .appending(MANIFEST, &dependencies)
        .with(LENT, program)
        .with(MOVED, stolen)
}

fn blessed(kitchen: &TempDir) -> LittleBook {
    let book = with(kitchen);
    let checker = book.checker();
    for listing in ["demo/lent", "demo/moved"] {
        checker.bless(&id(listing)).unwrap();
    }
    book
}

#[test]
fn what_depends_on_how_many_threads_a_crate_has_is_no_certain_output() {
    let kitchen = kitchen();
    let code = "pub fn cooks() -> String {\n    std::env::var(\"RAYON_NUM_THREADS\").unwrap_or(\"2\".into())\n}\n";
    let library = kitchen.path().join("src/lib.rs");
    fs::write(&library, fs::read_to_string(&library).unwrap() + code).unwrap();
    let program = "//! Cooks\n\nfn main() {\n    println!(\"{} cooks\", kitchen::cooks());\n}\n";
    with(&kitchen).with(LENT, program).is_rejected_when_blessed(
        "demo/lent",
        expect![[r#"
            listings/demo/src/bin/lent.rs: prints otherwise in another run, with 1 in RAYON_NUM_THREADS and TOKIO_WORKER_THREADS:
                1 cooks
              and before that:
                2 cooks
              help: make its output certain, or say `//@ unordered` or each `//@ outcome: …`
        "#]],
    );
}

#[test]
fn what_must_not_compile_can_use_the_crates_of_its_part() {
    let kitchen = kitchen();
    let book = blessed(&kitchen);
    let said = book.read("listings/demo/fails/moved.stderr");
    assert!(said.starts_with("error[E0277]: `Rc<&'static str>` cannot be sent between threads safely"), "{said}");
    assert!(said.contains("--> old-kitchen-1.2.3/src/lib.rs:3:12"), "{said}");
    assert_eq!(book.read("listings/demo/src/bin/lent.stdout"), "leek\n");
    assert_eq!(book.read("listings/demo/src/bin/lent.stderr"), "by old-kitchen-1.2.3/src/lib.rs\n");
}

#[test]
fn its_evidence_is_the_same_elsewhere() {
    let (here, there) = (kitchen(), kitchen());
    let (book, elsewhere) = (blessed(&here), with(&there));
    let evidence = book
        .files()
        .into_iter()
        .filter(|(file, _)| ["stderr", "ansi", "errors", "stdout"].iter().any(|end| file.ends_with(end)));
    let elsewhere = evidence.fold(elsewhere, |elsewhere, (file, text)| elsewhere.with(&file, text));
    for listing in ["demo/lent", "demo/moved"] {
        elsewhere.is_accepted_when_checked(listing);
    }
}

#[test]
fn a_crate_that_cannot_be_built_is_reported_with_what_cargo_says() {
    let kitchen = kitchen();
    let book = blessed(&kitchen).replacing("labels/src/lib.rs", "unwrap()", "unwarp()");
    let said = book.checked("demo/moved").to_string();
    assert!(
        said.starts_with("listings/demo/Cargo.toml: its dependencies cannot be built: `labels` is missing"),
        "{said}"
    );
    assert!(said.contains("no method named `unwarp`"), "{said}");
    assert!(said.ends_with("help: run `cargo build --package demo` to see it in full"), "{said}");
}
