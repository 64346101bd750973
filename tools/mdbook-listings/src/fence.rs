//! A listing as a fenced code block, for rustdoc: `mdbook test` compiles what the reader sees.

use crate::standard;
use catalog::{Intent, Listing, Schedules};

/// The block, with the attributes that say what rustdoc is to expect.
///
/// It is always the whole listing, also where the page shows an excerpt. Stable rustdoc takes any error for the one
/// that is named; with `RUSTC_BOOTSTRAP=1` it compares the codes.
///
/// rustdoc waits for a program as long as it takes. So one that may hang isn't run, not even where only std permits that:
/// `explored` is what exploring has found.
pub fn fence(listing: &Listing, explored: Option<&Schedules>) -> String {
    let ends = |found: &Schedules| !found.may_hang();
    let attributes = match listing.intent {
        // rustdoc knows no crate but std. The checker compiles it as any other.
        _ if !standard::suffices(&listing.shown.text()) => ",ignore".to_string(),
        Intent::Runs(_) if explored.is_none_or(ends) => String::new(),
        Intent::Panics if explored.is_none_or(ends) => ",should_panic".to_string(),
        Intent::Runs(_) | Intent::Panics | Intent::Hangs | Intent::MayHang | Intent::Races => ",no_run".to_string(),
        Intent::Fails { .. } => {
            let codes: String = listing.codes().iter().flat_map(|code| [",", code]).collect();
            format!(",compile_fail{codes}")
        }
    };
    format!("```rust,edition{}{attributes}\n{}```\n", listing.edition.year(), listing.shown.text())
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalog::{Ending, Id, parse};
    use std::path::Path;

    #[test]
    fn a_listing_that_fails_names_its_codes_and_one_that_hangs_is_not_run() {
        let fails =
            "//! A\n//!\n//! If this compiled, x.\n//@ fixed-by: threads/b\n\nfn main() { x } //~ E0425: cannot find\n";
        let id = Id::parse("threads/a").unwrap();
        let listing = parse(id.clone(), Path::new("listings/threads/fails/a.rs"), fails).unwrap();
        assert_eq!(fence(&listing, None), "```rust,edition2024,compile_fail,E0425\nfn main() { x }\n```\n");
        let hangs = "//! A\n//@ hangs\n\nfn main() {}\n";
        let listing = parse(id, Path::new("listings/threads/src/bin/a.rs"), hangs).unwrap();
        assert_eq!(fence(&listing, None), "```rust,edition2024,no_run\nfn main() {}\n```\n");
        let with_crate = "//! A\n\nuse tally::Tally;\n\nfn main() {}\n";
        let id = Id::parse("threads/a").unwrap();
        let listing = parse(id, Path::new("listings/threads/src/bin/a.rs"), with_crate).unwrap();
        assert!(fence(&listing, None).starts_with("```rust,edition2024,ignore\n"));
    }

    #[test]
    fn what_std_permits_to_hang_is_not_run() {
        use crate::words::testing::schedules;
        let id = Id::parse("threads/a").unwrap();
        let listing = parse(id, Path::new("listings/threads/src/bin/a.rs"), "//! A\n\nfn main() {}\n").unwrap();
        let permitted = schedules("1", &[(Ending::Returned, "1"), (Ending::Deadlock, "0")]);
        assert!(fence(&listing, Some(&permitted)).starts_with("```rust,edition2024,no_run\n"));
        let ends = schedules("1", &[(Ending::Returned, "1")]);
        assert!(fence(&listing, Some(&ends)).starts_with("```rust,edition2024\n"));
    }
}
