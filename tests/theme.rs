//! The template of mdBook's that this book has changed: it is mdBook's own but for what is recorded beside it, with reasons.

use mdbook_driver::MDBook;
use similar::TextDiff;
use std::fs::{read_to_string, write};
use std::path::PathBuf;
use toolchain::tested::{left_behind, package};

/// What begins a line of the record that gives a reason.
const REASON: &str = "# ";

fn theme() -> PathBuf {
    package().join("theme")
}

/// mdBook's own template, as `mdbook init --theme` gives it to anyone who wants to change it.
fn original() -> String {
    let folder = tempfile::tempdir().unwrap();
    MDBook::init(folder.path()).copy_theme(true).build().unwrap();
    read_to_string(folder.path().join("theme/index.hbs")).unwrap()
}

fn record() -> String {
    read_to_string(theme().join("index.hbs.diff")).unwrap()
}

/// The record without its reasons.
fn recorded() -> String {
    record().lines().filter(|line| !line.starts_with(REASON)).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn the_page_is_mdbooks_but_for_what_is_recorded() {
    let original = original();
    let ours = read_to_string(theme().join("index.hbs")).unwrap();
    let difference = TextDiff::from_lines(original.as_str(), &ours)
        .unified_diff()
        .header("mdbook/index.hbs", "theme/index.hbs")
        .to_string();
    if difference == recorded() {
        return;
    }
    let kept = left_behind("theme");
    write(kept.join("index.hbs"), original).unwrap();
    write(kept.join("index.hbs.diff"), difference).unwrap();
    panic!(
        "theme/index.hbs differs from mdBook's in other ways than theme/index.hbs.diff records.\n\
         If you have changed theme/index.hbs: bring the record up to date from {kept}/index.hbs.diff, with the reason \
         above each part, in lines that begin with `{REASON}`.\n\
         If mdBook's version is another: its original is now {kept}/index.hbs. Read what has changed in it; make a new \
         theme/index.hbs with `patch --output=theme/index.hbs {kept}/index.hbs theme/index.hbs.diff`; look at the pages; \
         then bring the record up to date.",
        kept = kept.display(),
    );
}

#[test]
fn every_change_to_mdbooks_page_has_a_reason() {
    let record = record();
    let lines: Vec<&str> = record.lines().collect();
    let parts: Vec<usize> = (0..lines.len()).filter(|&line| lines[line].starts_with("@@")).collect();
    assert!(parts.len() > 1, "{record}");
    for part in parts {
        assert!(lines[part - 1].starts_with(REASON), "theme/index.hbs.diff:{}: no reason above this part", part + 1);
    }
}

#[test]
fn no_other_template_of_mdbooks_is_changed() {
    // mdBook leaves `head.hbs` and `header.hbs` empty for a book to fill.
    let filled = ["head.hbs", "header.hbs", "index.hbs"];
    for file in theme().read_dir().unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        assert!(
            !name.ends_with(".hbs") || filled.contains(&name.as_str()),
            "nothing holds theme/{name} to mdBook's own"
        );
    }
}

/// The book is the first user of the programs that it offers to others: what `install` would write is there already.
#[test]
fn what_the_programs_bring_along_is_in_this_book() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    std::fs::create_dir(root.join("theme")).unwrap();
    for file in ["book.toml"].into_iter().map(PathBuf::from).chain(brought_along()) {
        std::fs::copy(theme().join("..").join(&file), root.join(&file)).unwrap();
    }
    for installation in [mdbook_listings::assets::INSTALLATION, mdbook_site::assets::INSTALLATION] {
        assert_eq!(installation.into_book(root, installation::Over::Nothing).unwrap(), Vec::<String>::new());
    }
    // The scripts of the board are in an order.
    let settings = read_to_string(root.join("book.toml")).unwrap();
    let at = |path: &str| settings.find(&format!("\"{path}\"")).unwrap_or_else(|| panic!("{path} is not in book.toml"));
    let scripts = mdbook_listings::assets::SCRIPTS.map(|(path, _)| at(path));
    assert!(scripts.is_sorted(), "book.toml has the scripts in another order than assets.rs");
}

fn brought_along() -> impl Iterator<Item = PathBuf> {
    let listings = mdbook_listings::assets::INSTALLATION;
    let site = mdbook_site::assets::INSTALLATION;
    let all = [listings.styles, listings.scripts, site.styles, site.scripts].concat();
    all.into_iter().map(|(path, _)| PathBuf::from(path))
}
