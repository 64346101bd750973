//! `cargo book pdf` with the browser that prints. Where there is none, its test is reported as ignored.

mod little_book;

use little_book::{book, little_book};
use std::path::Path;
use std::process::ExitCode;
use trials::{Asked, Failed, Trial};

fn main() -> ExitCode {
    let found = browser::find();
    let (missing, again) = (found.is_err(), found.clone());
    if let Err(missing) = &found {
        eprintln!("What prints is ignored: {missing}");
    }
    let print = move || prints(&found?);
    let trials = vec![
        Trial::test("the_book_is_printed_with_an_outline_and_tags", print).with_ignored_flag(missing),
        Trial::test("the_pages_link_to_the_pdf_until_they_are_built_anew", move || links(&again?))
            .with_ignored_flag(missing),
        Trial::test("without_a_browser_it_says_what_to_install", || {
            says_what_to_install();
            Ok(())
        }),
    ];
    Asked::by_the_command_line().run(trials).exit_code()
}

fn prints(browser: &Path) -> Result<(), Failed> {
    let folder = little_book();
    assert!(book(folder.path()).arg("bless").status().unwrap().success());
    let output = book(folder.path()).arg("pdf").env(browser::VARIABLE, browser).output().unwrap();
    if !output.status.success() {
        return Err(Failed::from(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let file = String::from_utf8(output.stdout).unwrap();
    let bytes = std::fs::read(file.trim()).unwrap();
    let has = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(has(b"/Outlines"), "no outline");
    assert!(has(b"/StructTreeRoot"), "no tags");
    Ok(())
}

/// Pages that are published without a PDF have no link that leads nowhere, whether the book has an EPUB or not.
fn links(browser: &Path) -> Result<(), Failed> {
    links_of_a_book(browser, "identifier = \"urn:uuid:00000000-0000-0000-0000-000000000000\"\n", true)?;
    links_of_a_book(browser, "", false)
}

fn links_of_a_book(browser: &Path, settings: &str, has_epub: bool) -> Result<(), Failed> {
    let folder = little_book();
    let at = |path: &str| folder.path().join(path);
    std::fs::write(at("book.toml"), format!("[book]\ntitle = \"Little\"\n[output.html]\n[output.site]\n{settings}"))
        .unwrap();
    std::fs::write(
        at("src/greeting.md"),
        "# Greeting\n\n{{#listing demo/greet}}\n\n<div class=\"whole-book\"></div>\n",
    )
    .unwrap();
    assert!(book(folder.path()).arg("bless").status().unwrap().success());
    let output = book(folder.path()).arg("pdf").env(browser::VARIABLE, browser).output().unwrap();
    if !output.status.success() {
        return Err(Failed::from(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let printed = std::fs::read(String::from_utf8(output.stdout).unwrap().trim()).unwrap();
    let page = || std::fs::read_to_string(at("book/html/greeting.html")).unwrap();
    let link = "<a href=\"downloads/little.pdf\" download>little.pdf</a>, ";
    assert!(page().contains(link), "{}", page());
    assert!(std::fs::read(at("book/html/downloads/little.pdf")).unwrap() == printed);

    assert!(book(folder.path()).status().unwrap().success());
    assert!(!page().contains(".pdf"), "{}", page());
    assert_eq!(page().contains("href=\"downloads/little.epub\""), has_epub, "{}", page());
    assert!(!at("book/html/downloads/little.pdf").exists());
    Ok(())
}

fn says_what_to_install() {
    let folder = little_book();
    let output = book(folder.path()).arg("pdf").env("PATH", "").env_remove(browser::VARIABLE).output().unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("help: install Chromium, or set the variable CHROMIUM to the path of a browser"), "{told}");
}
