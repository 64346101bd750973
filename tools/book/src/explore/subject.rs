//! What is explored: a listing of the book, which has evidence, or a reader's own file.

use anyhow::{Context, Result, bail};
use catalog::{Catalog, Edition, EvidenceKind, Intent, Listing, Schedules};
use explorer::{Reach, ReadersFile, explore_file, program_is_modelled};
use scheduler::Program;
use std::path::Path;
use std::sync::Arc;

/// How the person wants a file explored.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes {
    /// The edition.
    pub edition: Option<Edition>,
    /// How many states it may have.
    pub states: Option<usize>,
    /// How many schedules to try instead of all.
    pub sample: Option<usize>,
    /// The seed of a sample.
    pub seed: Option<u64>,
}

/// Whether an argument means a file: it exists, or its name ends as a file's does.
pub fn is_file(argument: &str) -> bool {
    argument.ends_with(".rs") || Path::new(argument).is_file()
}

/// A reader's file, explored now.
pub fn of_file(path: &Path, wishes: Wishes) -> Result<Program> {
    let file = ReadersFile::read(path, wishes.edition.unwrap_or_default())?;
    let reach = match (wishes.sample, wishes.states) {
        (Some(schedules), _) => Reach::Sample { schedules, seed: wishes.seed.unwrap_or(Reach::SEED) },
        (None, Some(states)) => Reach::Every { states },
        (None, None) => file.reach(),
    };
    let found = explore_file(&file, reach)?;
    Ok(Program { name: path.display().to_string(), code: file.code(), found })
}

/// A listing. Its evidence is read and nothing is explored, so it shows what the page shows.
pub fn of_listing(root: &Path, name: &str, wishes: Wishes) -> Result<Program> {
    let Wishes { edition, states, sample, seed } = wishes;
    if edition.is_some() || states.is_some() || sample.is_some() || seed.is_some() {
        bail!(
            "`{name}` is a listing, so its evidence is shown and nothing is explored\n  help: --edition, --states, \
             --sample and --seed are for files: give the path of one"
        );
    }
    let catalog = Catalog::load(root)?;
    let listing = find(&catalog, name)?;
    let found = schedules(&catalog, listing)?;
    Ok(Program { name: listing.id.to_string(), code: listing.shown.text(), found })
}

fn find<'a>(catalog: &'a Catalog, name: &str) -> Result<&'a Listing> {
    let named = |listing: &&Listing| listing.id.name == name || listing.id.to_string() == name;
    catalog.listings.values().find(named).with_context(|| {
        format!("there is no listing `{name}`\n  help: {}; a file of your own ends in `.rs`", catalog.is_it(name))
    })
}

fn schedules(catalog: &Catalog, listing: &Listing) -> Result<Schedules> {
    if let Intent::Fails { fixed_by } = &listing.intent {
        let repair = match catalog.listings.get(fixed_by).is_some_and(|repair| repair.schedules.is_some()) {
            true => format!("explore its repair: `cargo book explore {fixed_by}`"),
            false => format!("look at its repair, {fixed_by}"),
        };
        bail!("{} does not compile, so it has no schedules\n  help: {repair}", listing.id);
    }
    if listing.schedules.is_none() {
        program_is_modelled(&listing.file, &listing.source)?;
        let file = listing.file.display();
        bail!(
            "{} is not an explored listing\n  help: explore its file, `cargo book explore {file}`; or add `//@ \
             schedules` to it and bless it",
            listing.id,
        );
    }
    let (evidence, missing) = catalog.evidence(listing);
    if let Some(problem) = missing.into_iter().next() {
        bail!(catalog::Problems::from(problem));
    }
    let read = Schedules::parse_of(listing, evidence.text(EvidenceKind::Schedules)).map_err(|(line, why)| {
        let file = EvidenceKind::Schedules.file(&listing.file);
        anyhow::anyhow!("{}:{line}: {why}\n  help: run `cargo book bless {}`", file.display(), listing.id)
    });
    read.map(Arc::unwrap_or_clone)
}
