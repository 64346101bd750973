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
    println!("{} listings, {changed} files changed, {faulty} listings left alone", ids.len());
    if faulty > 0 {
        bail!("{faulty} of the listings do not do what they say; see above");
    }
    Ok(())
}

/// Gives each listing that has none a number, and tells how many files that changed.
fn number(root: &Path, catalog: &Catalog) -> Result<usize> {
    // In the order of the book. Where its chapters cannot be read, and for what no chapter shows yet, by name.
    let book = Book::load(root).unwrap_or_else(|_| Book::new(Vec::new()));
    let shown = book.listings().filter(|id| catalog.listings.contains_key(id));
    if let Some((id, blessed)) = catalog.blessed.iter().find(|(id, _)| catalog.numbers.of(id).is_none()) {
        bail!(
            "{NUMBERS}: the line of {id} is gone, which was Listing {}\n  help: restore the file from the history; lines \
             are only ever added, and all listings behind this one would get other numbers",
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
        // Escape codes and columns are not for reading; the same words without them are in the .stderr file beside.
        let kind = change.file.extension().and_then(|extension| EvidenceKind::from_extension(extension.to_str()?));
        match kind {
            Some(EvidenceKind::Ansi) => println!("{} (the colours of the above)\n", change.file.display()),
            Some(EvidenceKind::Errors) => println!("{} (the places of the above)\n", change.file.display()),
            _ if change.file.ends_with(BLESSED) => println!("{} (what was blessed)\n", change.file.display()),
            _ => println!("{}", change.difference),
        }
    }
    changes.len()
}
