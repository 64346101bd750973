//! Writes the evidence of listings, and shows what changed.

use anyhow::{Result, bail};
use catalog::{EvidenceKind, Id};
use checker::{Change, Checker};
use std::path::Path;

/// Blesses the listings whose id contains `filter`, or all.
pub fn bless(root: &Path, filter: Option<&str>) -> Result<()> {
    let checker = Checker::new(root)?;
    let wanted =
        |id: &&Id| filter.is_none_or(|filter| id.to_string().contains(filter) || id.test_name().contains(filter));
    let ids: Vec<&Id> = checker.catalog().listings.keys().filter(wanted).collect();
    let matrix = checker.catalog().matrix.is_some() && filter.is_none_or(|filter| filter == "matrix");
    if ids.is_empty() && !matrix {
        bail!("no listing's id contains `{}`\n  help: see `cargo book list`", filter.unwrap_or(""));
    }
    let mut changed = tell(&checker.bless_manifests()?);
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

fn tell(changes: &[Change]) -> usize {
    for change in changes {
        // Escape codes are not for reading; the same words without them are in the .stderr file beside.
        if change.file.extension().is_some_and(|extension| extension == EvidenceKind::Ansi.extension()) {
            println!("{} (the colours of the above)\n", change.file.display());
        } else {
            println!("{}", change.difference);
        }
    }
    changes.len()
}
