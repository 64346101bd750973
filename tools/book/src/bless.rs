//! Writes the evidence of listings, and shows what changed.

use anyhow::{Context, Result, bail};
use catalog::{BLESSED, Catalog, EvidenceKind, Id, NUMBERS};
use chapters::Book;
use checker::{Change, Checker};
use std::collections::BTreeSet;
use std::path::Path;

/// Blesses the listings whose id contains `filter`, or all.
pub fn bless(root: &Path, filter: Option<&str>) -> Result<()> {
    let checker = Checker::new(root)?;
    let wanted =
        |id: &&Id| filter.is_none_or(|filter| id.to_string().contains(filter) || id.test_name().contains(filter));
    let ids: BTreeSet<Id> = checker.catalog().listings.keys().filter(wanted).cloned().collect();
    let checker = checker.only(ids.clone());
    let matrix = checker.catalog().matrix.is_some() && filter.is_none_or(|filter| filter == "matrix");
    if ids.is_empty() && !matrix {
        let filter = filter.unwrap_or_default();
        bail!("no listing's id contains `{filter}`\n  help: {}", checker.catalog().is_it(filter));
    }
    let mut changed =
        number(root, checker.catalog())? + tell(&checker.bless_manifests()?) + tell(&checker.bless_records()?);
    let mut faulty = 0;
    if matrix {
        changed += tell(&checker.bless_matrix()?.into_iter().collect::<Vec<_>>());
    }
    for id in &ids {
        match checker.bless(id) {
            Ok(changes) => changed += tell(&changes),
            Err(problems) => {
                faulty += 1;
                eprintln!("{problems}\n");
            }
        }
    }
    println!("{} listings, {changed} files changed, {faulty} listings left as they were", ids.len());
    if faulty > 0 {
        bail!("{faulty} of the listings do not do what they say; see above");
    }
    Ok(())
}

/// Gives each listing that has none a number, and returns how many files that changed.
fn number(root: &Path, catalog: &Catalog) -> Result<usize> {
    // In the order of the book; by name if its chapters cannot be read, and for listings that no chapter shows yet.
    let book = Book::load(root).unwrap_or_else(|_| Book::new(Vec::new()));
    let shown = book.listings().filter(|id| catalog.listings.contains_key(id));
    if let Some((id, blessed)) = catalog.blessed.iter().find(|(id, _)| catalog.numbers.of(id).is_none()) {
        bail!(
            "{NUMBERS}: the line for {id}, which was Listing {}, is gone\n  help: restore the file from the history; \
             lines are only ever added, and without this one every later listing would be renumbered",
            blessed.number
        );
    }
    let before = catalog.numbers.with([]);
    let after = catalog.numbers.with(shown.chain(catalog.listings.keys()));
    if before == after {
        return Ok(0);
    }
    std::fs::write(root.join(NUMBERS), &after).with_context(|| format!("cannot write {NUMBERS}"))?;
    for (number, id) in (1..).zip(after.lines()).skip(before.lines().count()) {
        println!("{NUMBERS}: {id} is Listing {number}");
    }
    Ok(1)
}

fn tell(changes: &[Change]) -> usize {
    for change in changes {
        // Nobody reads escape codes and columns; the .stderr file has the same words without them.
        let kind = change.file.extension().and_then(|extension| EvidenceKind::from_extension(extension.to_str()?));
        match kind {
            Some(EvidenceKind::Ansi) => println!("{} (its colours)\n", change.file.display()),
            Some(EvidenceKind::Errors) => println!("{} (its error positions)\n", change.file.display()),
            _ if change.file.ends_with(BLESSED) => println!("{} (what was blessed)\n", change.file.display()),
            _ => println!("{}", change.difference),
        }
    }
    changes.len()
}
