//! Which commit a book names: its own, and only with a word about what has been changed since.
//!
//! Where git is missing these tests are reported as ignored, with the reason.

use mdbook_site::revision::{self, Nameless};
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};
use tempfile::TempDir;
use trials::{Asked, Failed, Trial};

type Test = fn() -> Result<(), Failed>;

fn main() -> ExitCode {
    let has_git = Command::new("git").arg("--version").output().is_ok_and(|output| output.status.success());
    let tests: [(&str, Test); 4] = [
        ("a_book_is_as_its_commit_has_it_or_it_is_changed", a_book_is_as_its_commit_has_it_or_it_is_changed),
        ("a_new_file_is_a_change", a_new_file_is_a_change),
        (
            "a_copy_in_a_repository_of_something_else_has_no_commit",
            a_copy_in_a_repository_of_something_else_has_no_commit,
        ),
        ("a_book_without_a_repository_or_a_commit_says_so", a_book_without_a_repository_or_a_commit_says_so),
    ];
    let trial = |(name, test): (&str, Test)| match has_git {
        true => Trial::test(name, test),
        false => Trial::test(name, test).with_kind("there is no git").with_ignored_flag(true),
    };
    Asked::by_the_command_line().run(tests.into_iter().map(trial).collect()).exit_code()
}

fn git(folder: &Path, arguments: &[&str]) -> Result<(), Failed> {
    let own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
    let status = Command::new("git").args(own).args(arguments).current_dir(folder).status()?;
    if status.success() { Ok(()) } else { Err(format!("git {arguments:?} fails").into()) }
}

/// A repository that holds a book, with one commit.
fn repository() -> Result<TempDir, Failed> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("book.toml"), "[book]\n")?;
    for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "A book"]] {
        git(folder.path(), arguments)?;
    }
    Ok(folder)
}

fn is_changed(folder: &Path) -> Result<bool, Failed> {
    Ok(revision::of(folder).map_err(|nameless| nameless.to_string())?.is_changed)
}

fn a_book_is_as_its_commit_has_it_or_it_is_changed() -> Result<(), Failed> {
    let folder = repository()?;
    assert!(!is_changed(folder.path())?);
    fs::write(folder.path().join("book.toml"), "[book]\ntitle = \"Another\"\n")?;
    assert!(is_changed(folder.path())?);
    Ok(())
}

fn a_new_file_is_a_change() -> Result<(), Failed> {
    let folder = repository()?;
    fs::write(folder.path().join("new.md"), "# New\n")?;
    assert!(is_changed(folder.path())?);
    Ok(())
}

fn a_copy_in_a_repository_of_something_else_has_no_commit() -> Result<(), Failed> {
    let folder = repository()?;
    let copy = folder.path().join("copy");
    fs::create_dir(&copy)?;
    fs::write(copy.join("book.toml"), "[book]\n")?;
    assert_eq!(revision::of(&copy), Err(Nameless::OfSomethingElse));
    Ok(())
}

fn a_book_without_a_repository_or_a_commit_says_so() -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("book.toml"), "[book]\n")?;
    assert_eq!(revision::of(folder.path()), Err(Nameless::NoRepository));
    git(folder.path(), &["init", "-q"])?;
    git(folder.path(), &["add", "."])?;
    assert_eq!(revision::of(folder.path()), Err(Nameless::NoCommit));
    Ok(())
}
