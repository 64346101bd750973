//! Checks what is not known to pass: a check that has passed, and of which every input is as it was then, is not run again.
//!
//! ```text
//! listing ──▶ fingerprint of its inputs ──▶ has it passed with that? ── yes ──▶ what needs no compiler is looked at again
//!                                                 │ no
//!                                                 ▼
//!                                       check ──▶ passed ──▶ inputs still the same? ──▶ kept
//!                                             └─▶ failed ──▶ forgotten
//! ```

use crate::check::Checker;
use crate::inputs::{Inputs, Surroundings};
use crate::outside::depends_on_more;
use crate::passes::Passes;
use catalog::{Catalog, Id, Intent, Listing, Problem, Problems};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The environment variable by which all is checked again, whatever has passed.
pub const AFRESH: &str = "CHECK_AFRESH";

/// The name of the pass of the matrix, which no part of a book can have.
const MATRIX: &str = "send_and_sync";

/// A checker that remembers.
pub struct Remembering {
    checker: Checker,
    inputs: Inputs,
    passes: Passes,
    afresh: bool,
}

impl Remembering {
    /// A checker of the book at `root`, which believes no pass if the environment says so by [`AFRESH`].
    ///
    /// # Errors
    /// Those of [`Checker::new`].
    pub fn new(root: &Path) -> Result<Remembering, Problems> {
        let checker = Checker::new(root)?;
        let is_asked_for = std::env::var_os(AFRESH).is_some_and(|value| !value.is_empty() && value != "0");
        Ok(if is_asked_for { Remembering::afresh(checker) } else { Remembering::of(checker) })
    }

    /// One that believes passes, whatever the environment says.
    pub fn of(checker: Checker) -> Remembering {
        let inputs =
            Inputs::read(checker.catalog(), &checker.target, &checker.compiler, Surroundings::of_this_program());
        let passes = Passes::new(checker.target.join("passed"));
        Remembering { checker, inputs, passes, afresh: false }
    }

    /// One that believes none, and keeps those that it sees.
    pub fn afresh(checker: Checker) -> Remembering {
        Remembering { afresh: true, ..Remembering::of(checker) }
    }

    /// The listings that it checks.
    pub fn catalog(&self) -> &Catalog {
        self.checker.catalog()
    }

    /// Whether the check of a listing is known to pass, so that it need not be run. Of one that may depend on more than
    /// its inputs nobody knows that.
    pub fn knows(&self, listing: &Listing) -> bool {
        let depends_on_more = depends_on_more(listing) || self.repair_of(listing).is_some_and(depends_on_more);
        !self.afresh
            && !depends_on_more
            && self.passes.has(&listing.id.to_string(), self.inputs.of(self.catalog(), listing))
    }

    /// The same of the matrix. Where a book has none, there is nothing to run.
    pub fn knows_matrix(&self) -> bool {
        !self.afresh && self.passes.has(MATRIX, self.inputs.of_matrix())
    }

    /// Has programs built for these listings alone.
    #[must_use]
    pub fn only(self, due: BTreeSet<Id>) -> Remembering {
        Remembering { checker: self.checker.only(due), ..self }
    }

    /// Runs the check of a listing, and keeps that it passed.
    ///
    /// # Errors
    /// Those of [`Checker::check`].
    pub fn check(&self, listing: &Listing) -> Result<(), Problems> {
        let before = self.inputs.of(self.catalog(), listing);
        let checked = self.checker.check(listing);
        let stays = || self.is_as_read(listing) && self.inputs.of(self.catalog(), listing) == before;
        self.keep(&listing.id.to_string(), before, checked, stays)
    }

    /// Runs the check of the matrix, and keeps that it passed.
    ///
    /// # Errors
    /// Those of [`Checker::check_matrix`].
    pub fn check_matrix(&self) -> Result<(), Problems> {
        let before = self.inputs.of_matrix();
        let checked = self.checker.check_matrix();
        self.keep(MATRIX, before, checked, || self.inputs.of_matrix() == before)
    }

    /// Looks at a listing whose check is known to pass: at all that needs neither a compiler nor a run.
    ///
    /// # Errors
    /// Where it is not what was blessed.
    pub fn look_at(&self, listing: &Listing) -> Result<(), Problems> {
        let (_, mut problems) = self.catalog().evidence(listing);
        problems.extend(self.catalog().edited_since_blessed(listing));
        Problems(problems).or(())
    }

    /// What was checked may have been edited meanwhile: then nobody knows what has passed.
    fn keep(
        &self,
        name: &str,
        fingerprint: u128,
        checked: Result<(), Problems>,
        stays: impl FnOnce() -> bool,
    ) -> Result<(), Problems> {
        match &checked {
            Ok(()) if stays() && self.inputs.are_as_they_were() => self.passes.add(name, fingerprint),
            Ok(()) => {}
            Err(_) => self
                .passes
                .forget(name, fingerprint)
                .map_err(|error| Problem::io(&self.passes.file(name), "write", &error))?,
        }
        checked
    }

    /// Whether a listing and its repair are on the disk as they were read.
    fn is_as_read(&self, listing: &Listing) -> bool {
        let is = |listing: &Listing| {
            fs::read_to_string(self.catalog().root.join(&listing.file)).is_ok_and(|text| text == listing.source)
        };
        is(listing) && self.repair_of(listing).is_none_or(is)
    }

    fn repair_of(&self, listing: &Listing) -> Option<&Listing> {
        match &listing.intent {
            Intent::Fails { fixed_by } => self.catalog().listings.get(fixed_by),
            _ => None,
        }
    }
}
